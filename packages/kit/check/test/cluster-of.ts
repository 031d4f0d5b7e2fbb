import { defineCluster, type Cluster } from "@kit/model";

/** A cluster of one node with 4 CPU and 8Gi, of which the system takes a quarter. */
export function clusterOf(id: string, more: Partial<Cluster> = {}): Cluster {
  const nodes = [{ count: 1, cpu: "4", memory: "8Gi" }];
  return defineCluster({ id, nodes, reserve: { cpu: "1", memory: "2Gi" }, target: 70, ...more });
}
