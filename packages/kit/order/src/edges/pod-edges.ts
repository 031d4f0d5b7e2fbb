import {
  accountOf,
  at,
  isClusterKind,
  listOf,
  podReferences,
  textOf,
  type Loose,
  type PodReader,
  type PodReference,
} from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { IndexedObject, ObjectIndex } from "../object-index.ts";
import { needSecret } from "./need-secret.ts";

/** What a pod names comes before it: a container does not start while its configuration is missing. */
export function podEdges(index: ObjectIndex, add: AddEdge): void {
  for (const entry of index.workloads) {
    const needs = entry.pods.flatMap(({ spec }) => [
      ...podReferences(spec).map(needOf),
      ...pulledAs(index, entry, spec),
    ]);
    const groups = Map.groupBy(needs, ({ kind, name, verb, optional }) => [kind, name, verb, optional].join("\n"));
    for (const together of groups.values()) addReference(index, add, entry, together);
  }
}

/** What a pod does with what it names. */
interface Need extends Pick<PodReference, "kind" | "name" | "optional"> {
  readonly group: string;
  readonly verb: string;
  /** By which of its parts: `envFrom`, `the variable LOG_LEVEL`. */
  readonly by: string | undefined;
}

function needOf(reference: PodReference): Need {
  return { ...reference, verb: verbOf(reference), by: byText(reference.by) };
}

function verbOf({ kind, by: { type } }: PodReference): string {
  if (kind === "Secret" && type === "driver") return "mounts with";
  if (kind === "Secret" && type === "pod") return "pulls images with";
  return verbs[kind];
}

const verbs: Readonly<Record<PodReference["kind"], string>> = {
  ConfigMap: "reads",
  PersistentVolumeClaim: "mounts",
  PriorityClass: "has the priority of",
  ResourceClaim: "claims devices by",
  ResourceClaimTemplate: "claims devices by",
  RuntimeClass: "runs by",
  Secret: "reads",
  ServiceAccount: "runs as",
  StorageClass: "claims a volume of",
};

function byText(by: PodReader): string | undefined {
  if (by.type === "variable") return by.name === "" ? "a variable" : by.name;
  if (by.type === "volume" || by.type === "driver") return `the volume ${by.name}`;
  return by.type === "envFrom" ? "envFrom" : undefined;
}

function addReference(index: ObjectIndex, add: AddEdge, { node }: IndexedObject, together: readonly Need[]): void {
  const { group, kind, name, verb, optional } = together[0]!;
  const by = byAll(together.flatMap((one) => one.by ?? []));
  const { namespace } = node;
  if (kind === "Secret") needSecret(index, add, { after: node, namespace, name, verb, by, optional });
  else {
    const named = index.find(`${group}/${kind}`, isClusterKind({ group, kind }) ? undefined : namespace, name);
    if (named !== undefined) add(named.node, node, optional ? "any" : "exists", `${verb} it${by}`);
  }
}

/** A pod that names no Secrets for its images gets those of the ServiceAccount that it runs as. */
function pulledAs(index: ObjectIndex, { node }: IndexedObject, spec: Loose): Need[] {
  const account = index.find("/ServiceAccount", node.namespace, accountOf(spec));
  if (account === undefined || listOf(spec["imagePullSecrets"]).length > 0) return [];
  return listOf(account.data["imagePullSecrets"]).flatMap((secret): Need[] => {
    const name = textOf(at(secret, "name"));
    const verb = "pulls images with";
    return name === undefined
      ? []
      : [{ group: "", kind: "Secret", name, optional: false, verb, by: "its ServiceAccount" }];
  });
}

/** `, by LOG_LEVEL, FRONTEND_URL and 3 more`. */
function byAll(all: readonly string[]): string {
  const distinct = [...new Set(all)];
  if (distinct.length === 0) return "";
  const [last, ...rest] =
    distinct.length > 3 ? [`${distinct.length - 2} more`, ...distinct.slice(0, 2)] : lastFirst(distinct);
  return rest.length === 0 ? `, by ${last}` : `, by ${rest.join(", ")} and ${last}`;
}

function lastFirst(list: readonly string[]): string[] {
  return [list.at(-1)!, ...list.slice(0, -1)];
}
