/**
 * The minor versions of Kubernetes that a cluster may be said to run, the oldest first. One of them is that of the pinned API
 * server; of the others the tables have what differs there.
 */
export const kubernetesMinors = ["1.34", "1.35", "1.36", "1.37"] as const;

export type KubernetesMinor = (typeof kubernetesMinors)[number];
