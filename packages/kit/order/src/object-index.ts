import { definedKinds, madeSecret, mapOf, type Loose } from "@kit/kube";
import { nodeOf, type OrderNode } from "./node.ts";
import { podsOf, type OrderedPod } from "./pod.ts";

/** An object with what its neighbours ask of it. */
export interface IndexedObject {
  readonly node: OrderNode;
  readonly data: Loose;
  /** Those that it makes, or is. */
  readonly pods: readonly OrderedPod[];
}

/** The objects of an environment by what others name them by: to look through all for each would be quadratic. */
export interface ObjectIndex {
  /** The namespace of what names none, such as an account that a ClusterRoleBinding names. */
  readonly unplaced: string;
  readonly entries: readonly IndexedObject[];
  /** Those that make pods. */
  readonly workloads: readonly IndexedObject[];
  /** @param kind With its group: `apps/Deployment`, `/ConfigMap`. */
  find(kind: string, namespace: string | undefined, name: string): IndexedObject | undefined;
  of(kind: string): readonly IndexedObject[];
  /** The objects from which an operator makes a Secret. */
  makersOf(namespace: string | undefined, secret: string): readonly OrderNode[];
  /** The workloads of a namespace whose pods have a label. */
  labelled(namespace: string | undefined, label: string, value: unknown): readonly IndexedObject[];
}

/**
 * @param objects Of two that are one to the API server, the first counts.
 * @param unplaced The namespace of those that name none.
 */
export function objectIndex(objects: readonly unknown[], unplaced: string): ObjectIndex {
  const byId = new Map<string, IndexedObject>();
  const defined = definedKinds(objects);
  for (const [index, object] of objects.entries()) {
    const node = nodeOf(object, index, unplaced, defined);
    if (node.name !== "" && !byId.has(node.id)) {
      byId.set(node.id, { node, data: mapOf(object), pods: podsOf(object) });
    }
  }
  // The graph is the same whatever the order of the files.
  const entries = [...byId.values()].toSorted((one, other) => (one.node.id < other.node.id ? -1 : 1));
  const workloads = entries.filter(({ pods }) => pods.length > 0);
  const byKind = Map.groupBy(entries, ({ node: { group, kind } }) => `${group}/${kind}`);
  const makers = Map.groupBy(entries, madeBy);
  let byLabel: ReadonlyMap<string, readonly IndexedObject[]> | undefined;
  return {
    unplaced,
    entries,
    workloads,
    find: (kind, namespace, name) => byId.get(`${kind}/${namespace ?? ""}/${name}`),
    of: (kind) => byKind.get(kind) ?? [],
    makersOf: (namespace, secret) => (makers.get(key(namespace, secret)) ?? []).map(({ node }) => node),
    labelled: (namespace, label, value) =>
      (byLabel ??= labelIndex(workloads)).get(key(namespace, label, String(value))) ?? [],
  };
}

function madeBy({ node: { namespace }, data }: IndexedObject): string | undefined {
  const made = madeSecret(data);
  return made === undefined ? undefined : key(namespace, made.name);
}

function labelIndex(workloads: readonly IndexedObject[]): Map<string, IndexedObject[]> {
  const index = new Map<string, IndexedObject[]>();
  for (const entry of workloads) {
    const labels = entry.pods.flatMap((pod) => Object.entries(pod.labels));
    for (const place of new Set(labels.map(([label, value]) => key(entry.node.namespace, label, String(value))))) {
      const list = index.get(place);
      if (list === undefined) index.set(place, [entry]);
      else list.push(entry);
    }
  }
  return index;
}

function key(...parts: readonly (string | undefined)[]): string {
  return parts.join("\n");
}
