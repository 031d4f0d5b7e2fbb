import { nearest, shown, type Problem, type ProblemText } from "@kit/errors";
import * as v from "valibot";
import { checkPreviews } from "./check-previews.ts";
import type { GitOps } from "./define-gitops.ts";
import { objectNames } from "./object-names.ts";
import { gitopsSchema } from "./schema.ts";

/** What the typed file is held against: the repository's environments. */
export interface KnownEnvironment {
  readonly id: string;
  readonly cluster: { readonly id: string };
  /** Where it is a preview. */
  readonly preview?: unknown;
}

/**
 * What is wrong with a definition, of the wrong shape or against the repository's environments. No message shows the
 * repository's URL, which may have a password in it.
 *
 * @param where The file that has it.
 */
export function checkGitOps(definition: unknown, environments: readonly KnownEnvironment[], where: string): Problem[] {
  const result = v.safeParse(gitopsSchema, definition);
  if (!result.success) return result.issues.map((issue) => ({ code: "gitops-value", where, ...say(issue) }));
  const gitops = result.output;
  const said = [
    ...checkEnvironments(gitops, environments),
    ...checkDestinations(gitops, environments),
    ...checkOrder(gitops, environments),
    ...checkEngine(gitops),
    ...checkNames(gitops, environments),
    ...checkPreviews(gitops, environments),
  ];
  return said.map((one): Problem => ({ code: "gitops-value", where, ...one }));
}

function say(issue: v.BaseIssue<unknown>): ProblemText {
  const path = v.getDotPath(issue);
  if (path === null) {
    return {
      what: `the default export is ${shown(issue.input)}, not a definition`,
      next: "export default defineGitOps({…})",
    };
  }
  if (issue.type === "strict_object" && issue.expected === "never") {
    return {
      what: `${path} is nothing that can be said here`,
      next: "remove it, or look up its name in docs/gitops.md",
    };
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return { what: missing(path), next: `give ${path} a value` };
  }
  if (path === "repository") {
    const next = issue.message.startsWith("has")
      ? "take them out, and revoke them: give Argo CD or Flux a deploy key or a token of its own, in the cluster"
      : "write https://github.com/example/manifests.git, say";
    return { what: `repository ${issue.message}`, next };
  }
  return { what: `${path} ${issue.message}, got ${shown(issue.input)}`, next: `change ${path}` };
}

function missing(path: string): string {
  const [, environment] = /^environments\.(.+)\.destination$/.exec(path) ?? [];
  return environment === undefined ? `${path} is missing` : `the environment ${shown(environment)} has no destination`;
}

function checkEnvironments(gitops: GitOps, environments: readonly KnownEnvironment[]): ProblemText[] {
  const ids = environments.map(({ id }) => id);
  const named = Object.keys(gitops.environments);
  const unknown = named.filter((id) => !ids.includes(id)).map((id) => unknownEnvironment("environments", id, ids));
  const preview = gitops.argocd?.previews?.environment;
  return [
    ...ids
      .filter((id) => !named.includes(id))
      .map((id) => ({
        what: `the environment ${shown(id)} has no destination: environments does not have it`,
        next: `add ${/^[a-z]\w*$/.test(id) ? id : shown(id)}: { destination: "…", policy: automaticSync() }`,
      })),
    ...unknown,
    ...(preview === undefined || ids.includes(preview)
      ? []
      : [unknownEnvironment("argocd.previews.environment", preview, ids)]),
  ];
}

function unknownEnvironment(path: string, id: string, ids: readonly string[]): ProblemText {
  const meant = nearest(id, ids);
  return {
    what: `${path} names ${shown(id)}, which is not an environment`,
    next: `the environments are: ${ids.join(", ")}${meant === undefined ? "" : `. Did you mean ${meant}?`}`,
  };
}

/** A typed cluster is one registered cluster, and the other way round. */
function checkDestinations({ environments }: GitOps, known: readonly KnownEnvironment[]): ProblemText[] {
  const placed = known.flatMap(({ id, cluster }) => {
    const destination = environments[id]?.destination;
    return destination === undefined ? [] : [{ id, cluster: cluster.id, destination }];
  });
  return placed.flatMap((later, index): ProblemText[] => {
    const before = placed.slice(0, index);
    const sameCluster = before.find((one) => one.cluster === later.cluster && one.destination !== later.destination);
    if (sameCluster !== undefined) {
      const what =
        `${sameCluster.id} and ${later.id} run on the cluster ${shown(later.cluster)}, and have the destinations ` +
        `${shown(sameCluster.destination)} and ${shown(later.destination)}`;
      return [{ what, next: "give both the same destination, or one of them another cluster" }];
    }
    const sameDestination = before.find(
      (one) => one.cluster !== later.cluster && one.destination === later.destination,
    );
    if (sameDestination === undefined) return [];
    const what =
      `${sameDestination.id} and ${later.id} have the destination ${shown(later.destination)}, and run on the ` +
      `clusters ${shown(sameDestination.cluster)} and ${shown(later.cluster)}`;
    return [{ what, next: "register each cluster in Argo CD under a name of its own" }];
  });
}

function checkOrder({ environments }: GitOps, known: readonly KnownEnvironment[]): ProblemText[] {
  const ids = known.map(({ id }) => id);
  const clusterOf = new Map(known.map(({ id, cluster }) => [id, cluster.id]));
  return Object.entries(environments).flatMap(([id, { after = [] }]) =>
    after.flatMap((other): ProblemText[] => {
      const path = `environments.${id}.after`;
      if (!ids.includes(other)) return [unknownEnvironment(path, other, ids)];
      if (clusterOf.get(other) !== clusterOf.get(id)) {
        const what = `${path} names ${shown(other)}, which runs on another cluster: Flux cannot wait for it there`;
        return [{ what, next: "remove it" }];
      }
      if (!reaches(environments, other, id)) return [];
      return [{ what: `${path} names ${shown(other)}, which waits for ${id}`, next: "remove one of the two" }];
    }),
  );
}

function reaches(environments: GitOps["environments"], from: string, to: string, seen = new Set<string>()): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (environments[from]?.after ?? []).some((next) => reaches(environments, next, to, seen));
}

function checkEngine({ engine, environments, flux, argocd }: GitOps): ProblemText[] {
  const windows = Object.entries(environments).filter(([, { policy }]) => policy.windows.length > 0);
  return [
    ...(engine === "flux"
      ? windows.map(([id]) => ({
          what: `environments.${id}.policy has windows, which Flux does not have`,
          next: "remove them, or make the policy manualSync()",
        }))
      : []),
    ...(engine === "argocd" && flux !== undefined
      ? [{ what: 'flux is set, and engine is "argocd"', next: 'remove it, or write engine: "both"' }]
      : []),
    ...(engine === "flux" && argocd !== undefined
      ? [{ what: 'argocd is set, and engine is "flux"', next: 'remove it, or write engine: "both"' }]
      : []),
  ];
}

/** Argo CD writes an Application's name into labels, which have at most 63 characters. */
function checkNames(gitops: GitOps, environments: readonly KnownEnvironment[]): ProblemText[] {
  const names = objectNames(gitops);
  return environments
    .filter(({ id }) => names.environment(id).length > 63)
    .map(({ id }) => ({
      what: `${names.environment(id)} is longer than the 63 characters that the name of an Application may have`,
      next: 'give name a shorter value, such as name: "apps"',
    }));
}
