import { at, listOf, textOf } from "@kit/kube";
import type { AddEdge } from "../edge.ts";
import type { Entry, ObjectIndex } from "../object-index.ts";
import { podReferences, type Pod, type PodReference } from "../pod.ts";
import { needSecret } from "./need-secret.ts";

/** What a pod names comes before it: a container does not start while its configuration is missing. */
export function podEdges(index: ObjectIndex, add: AddEdge): void {
  for (const entry of index.workloads) {
    const references = entry.pods.flatMap((pod) => [...podReferences(pod), ...pulledAs(index, entry, pod)]);
    const groups = Map.groupBy(references, ({ kind, name, verb, optional = false }) =>
      [kind, name, verb, optional].join("\n"),
    );
    for (const together of groups.values()) addReference(index, add, entry, together);
  }
}

function addReference(index: ObjectIndex, add: AddEdge, { node }: Entry, together: readonly PodReference[]): void {
  const { kind, name, verb, optional = false } = together[0]!;
  const by = byAll(together.flatMap((one) => one.by ?? []));
  const { namespace } = node;
  if (kind === "Secret") needSecret(index, add, { after: node, namespace, name, verb, by, optional });
  else {
    const named = index.find(`${groups[kind]}/${kind}`, ofCluster.has(kind) ? undefined : namespace, name);
    if (named !== undefined) add(named.node, node, optional ? "any" : "exists", `${verb} it${by}`);
  }
}

const groups = {
  ConfigMap: "",
  PersistentVolumeClaim: "",
  ServiceAccount: "",
  PriorityClass: "scheduling.k8s.io",
  RuntimeClass: "node.k8s.io",
  StorageClass: "storage.k8s.io",
} as const;
const ofCluster = new Set<string>(["PriorityClass", "RuntimeClass", "StorageClass"]);

/** A pod that names no Secrets for its images gets those of the ServiceAccount that it runs as. */
function pulledAs(index: ObjectIndex, { node }: Entry, { spec }: Pod): PodReference[] {
  const { imagePullSecrets, serviceAccountName = "default" } = spec;
  const account = index.find("/ServiceAccount", node.namespace, textOf(serviceAccountName) ?? "default");
  if (account === undefined || listOf(imagePullSecrets).length > 0) return [];
  return listOf(account.data["imagePullSecrets"]).flatMap((secret): PodReference[] => {
    const name = textOf(at(secret, "name"));
    return name === undefined ? [] : [{ kind: "Secret", name, verb: "pulls images with", by: "its ServiceAccount" }];
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
