export { connectCluster } from "./cluster.ts";
export { liveSides } from "./live-sides.ts";
export type { Cluster } from "./cluster.ts";
