import { capacityOf } from "../../capacity.ts";
import { clusterCheck } from "../../define-check.ts";

export const capacityFits = clusterCheck({
  id: "capacity-fits",
  group: "clusters",
  severity: "warning",
  title: "pods find no node of their cluster",
  needs: ["cluster", "objects"],
  run: (cluster, _, reportOnCluster) => {
    const capacity = capacityOf(cluster);
    for (const { service, pods, when, reasons } of capacity?.pending ?? []) {
      const why = Object.entries(reasons).map(
        ([reason, nodes]) => `${nodes} ${nodes === 1 ? "node" : "nodes"}: ${reason}`,
      );
      const moment = when === "steady" ? "" : " while all services roll";
      reportOnCluster({
        message: `${pods} ${pods === 1 ? "pod" : "pods"} of ${service} ${pods === 1 ? "finds" : "find"} no node of the cluster ${capacity?.id}${moment} (${why.join("; ")})`,
        fix: "lower requests or replicas, or add nodes; `pnpm capacity` says which would be enough",
      });
    }
  },
});
