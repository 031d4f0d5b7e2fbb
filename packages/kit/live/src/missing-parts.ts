import { EnvironmentFailure } from "@kit/errors";
import { groupOf } from "@kit/kube";
import { forTerminal } from "@kit/text";
import type { KubectlCluster } from "./cluster.ts";
import { isRefusal, type DryRunVerdict } from "./dry-run.ts";
import type { ClusterObject } from "./object.ts";

/**
 * What the API server cannot judge, because a namespace or kind is not there that the same sync makes first.
 *
 * @returns A notice for each.
 * @throws EnvironmentFailure where nothing of the environment makes it: a sync would stop there.
 */
export function missingParts(
  verdicts: readonly DryRunVerdict[],
  cluster: KubectlCluster,
  environment: string,
): string[] {
  const rendered = verdicts.map((verdict) => verdict.rendered.data);
  const missing = verdicts.flatMap(({ rendered: { data }, result }) => {
    if (!isRefusal(result) || result.by === "server") return [];
    const makers = rendered.filter((object) => (result.by === "kind" ? defines(object, data) : holds(object, data)));
    return [{ by: result.by, what: nameOf(result.by, data), isMade: makers.length > 0 }];
  });
  const groups = [...Map.groupBy(missing, ({ what }) => what)];
  const unmade = groups.filter(([, own]) => !own[0]!.isMade);
  if (unmade.length > 0) {
    const lines = unmade.map(([what, own]) => `${what}, which ${objectsText(own.length)} of ${environment} needs`);
    throw new EnvironmentFailure(
      "kubectl-failed",
      `a sync of ${environment} would stop: the cluster of context ${cluster.context} has no\n${lines.map(forTerminal).join("\n")}`,
      [...new Set(unmade.map(([, own]) => adviceOf(own[0]!.by)))].join("; "),
    );
  }
  return groups.map(
    ([what, own]) =>
      `${objectsText(own.length)} shown as rendered: the cluster has no ${what} yet, which the sync makes`,
  );
}

function nameOf(by: "namespace" | "kind", { apiVersion, kind, metadata }: ClusterObject): string {
  return by === "kind" ? `kind ${kind} in ${apiVersion}` : `namespace ${metadata.namespace ?? "default"}`;
}

function adviceOf(by: "namespace" | "kind"): string {
  return by === "kind"
    ? "install what defines the kind (its CustomResourceDefinition), or name another cluster: --context NAME"
    : "make the namespace (`kubectl create namespace NAME`), or name another cluster: --context NAME";
}

function holds({ kind, metadata }: ClusterObject, object: ClusterObject): boolean {
  return kind === "Namespace" && metadata.name === object.metadata.namespace;
}

function defines({ kind, spec }: ClusterObject, object: ClusterObject): boolean {
  if (kind !== "CustomResourceDefinition") return false;
  const { group, names } = spec as { readonly group?: string; readonly names?: { readonly kind?: string } };
  return names?.kind === object.kind && group === groupOf(object.apiVersion);
}

function objectsText(count: number): string {
  return `${count} object${count === 1 ? "" : "s"}`;
}
