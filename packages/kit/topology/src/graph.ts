/** What things are shown as. `user` is who is outside of the cluster, `outside` what is and is called from inside. */
export type NodeType =
  | "user"
  | "outside"
  | "ingress"
  | "service"
  | "workload"
  | "configmap"
  | "secret"
  | "claim"
  | "autoscaler"
  | "budget";

/** A thing of an environment. */
export interface TopologyNode {
  /** The same in each drawing of an environment: `apps/Deployment/shop/web`, and `user`. */
  readonly id: string;
  readonly type: NodeType;
  /** Empty of what is no object. */
  readonly kind: string;
  readonly name: string;
  /** Empty of what is in none. */
  readonly namespace: string;
  /** What it is part of, as its labels say; else its namespace. */
  readonly group: string;
  /** `missing` is named, and nobody makes it; `expected` is made outside of the repository, by a contract. */
  readonly state: "here" | "expected" | "missing";
}

/**
 * What one thing has to do with another, in the way that values and requests go:
 *
 * - `reads`: a ConfigMap or Secret → who reads it, with the keys;
 * - `backs`: a workload → the Service that selects its pods, with the labels;
 * - `leads`: a Service → the Ingress in front of it, with hosts and paths;
 * - `shows`: a Service or Ingress → the user, with ports or hosts;
 * - `calls`: a workload, or the user's browser → what a text names, with the keys of the texts;
 * - `keeps`: a claim → who mounts it; `scales` and `guards`: an autoscaler or budget → a workload.
 */
export type EdgeType = "reads" | "backs" | "leads" | "shows" | "calls" | "keeps" | "scales" | "guards";

export interface TopologyEdge {
  readonly from: string;
  readonly to: string;
  readonly type: EdgeType;
  /** In the order of their texts, each once. */
  readonly labels: readonly string[];
}

/** An environment as things and what they have to do with each other, both in the order of their texts. */
export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
}
