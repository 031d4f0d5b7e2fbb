import { capacityOf } from "../../capacity.ts";
import { clusterCheck } from "../../define-check.ts";

export const capacityTarget = clusterCheck({
  id: "capacity-target",
  group: "clusters",
  severity: "warning",
  title: "the limits take more of a cluster than its target allows",
  needs: ["cluster", "objects"],
  run: (cluster, _, reportOnCluster) => {
    const capacity = capacityOf(cluster);
    if (capacity === undefined) return;
    for (const resource of ["cpu", "memory"] as const) {
      const { percent, within } = capacity.usage[resource];
      if (within) continue;
      reportOnCluster({
        message: `the ${resource} limits are ${Math.ceil(percent * 10) / 10} % of what the cluster ${capacity.id} has for applications, and its target is ${capacity.target} %`,
        fix: "lower limits or replicas, or add nodes; `pnpm capacity` says which would be enough",
      });
    }
  },
});
