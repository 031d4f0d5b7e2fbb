export { connectCluster } from "./cluster.ts";
export { liveSides } from "./live-sides.ts";
export type { KubectlCluster } from "./cluster.ts";
