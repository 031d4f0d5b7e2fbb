import { groupOf, textOf, at, type Loose } from "@kit/kube";
import { byCodeUnits } from "@kit/text";
import type { EdgeType, NodeType, Topology, TopologyEdge, TopologyNode } from "./graph.ts";

const typeOrder: readonly NodeType[] = [
  "secret",
  "configmap",
  "claim",
  "autoscaler",
  "budget",
  "workload",
  "service",
  "ingress",
  "outside",
  "user",
];

/** Things and what they have to do with each other, as they are found; the same twice is once. */
export class Drawing {
  readonly #nodes = new Map<string, TopologyNode>();
  readonly #edges = new Map<string, { from: string; to: string; type: EdgeType; labels: Set<string> }>();

  /** An object as a thing. Its id. */
  object(object: Loose, type: NodeType): string {
    const [group, kind] = [groupOf(textOf(object["apiVersion"]) ?? ""), textOf(object["kind"]) ?? ""];
    const [name, namespace, part] = [["name"], ["namespace"], ["labels", "app.kubernetes.io/part-of"]].map(
      (path) => textOf(at(object, "metadata", ...path)) ?? "",
    ) as [string, string, string];
    return this.#put(group, { kind, name, namespace, type, state: "here", group: part === "" ? namespace : part });
  }

  /** What is named by another. Its id. What is here already stays as it is. */
  named({ apiGroup, ...node }: Omit<TopologyNode, "id" | "group"> & { readonly apiGroup: string }): string {
    return this.#put(apiGroup, { ...node, group: node.namespace });
  }

  /** What is no object. Its id. */
  beyond(type: "user" | "outside", name: string): string {
    const id = type === "user" ? "user" : `outside/${name}`;
    this.#nodes.set(id, { id, type, kind: "", name, namespace: "", group: "", state: "here" });
    return id;
  }

  #put(apiGroup: string, node: Omit<TopologyNode, "id">): string {
    const id = `${apiGroup}/${node.kind}/${node.namespace}/${node.name}`;
    const known = this.#nodes.get(id);
    // What is only named first may turn out to be here.
    if (known === undefined || (known.state !== "here" && node.state === "here")) this.#nodes.set(id, { id, ...node });
    return id;
  }

  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  /** What has this to do with a thing: where its arrows of a type come from. */
  sources(type: EdgeType, to: string): string[] {
    return [...this.#edges.values()].filter((edge) => edge.type === type && edge.to === to).map(({ from }) => from);
  }

  /** Where a thing's arrows of a type go. */
  targets(type: EdgeType, from: string): string[] {
    return [...this.#edges.values()].filter((edge) => edge.type === type && edge.from === from).map(({ to }) => to);
  }

  edge(from: string, type: EdgeType, to: string, labels: Iterable<string> = []): void {
    const key = JSON.stringify([from, type, to]);
    const known = this.#edges.get(key) ?? { from, to, type, labels: new Set<string>() };
    for (const label of labels) known.labels.add(label);
    this.#edges.set(key, known);
  }

  done(): Topology {
    const nodes = [...this.#nodes.values()].toSorted((a, b) => order(a) - order(b) || byCodeUnits(a.id, b.id));
    const edges = [...this.#edges.values()]
      .map((edge): TopologyEdge => ({ ...edge, labels: [...edge.labels].toSorted(byCodeUnits) }))
      .toSorted((a, b) => byCodeUnits(a.from, b.from) || byCodeUnits(a.to, b.to) || byCodeUnits(a.type, b.type));
    return { nodes, edges };
  }
}

function order({ type }: TopologyNode): number {
  return typeOrder.indexOf(type);
}
