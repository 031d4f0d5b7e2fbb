import { objectCheck } from "../../define-check.ts";

export const pdbUnhealthyEviction = objectCheck({
  id: "pdb-unhealthy-eviction",
  group: "reliability",
  severity: "info",
  title: "a PodDisruptionBudget keeps pods on a node that are broken anyway",
  kinds: ["PodDisruptionBudget"],
  run: (budget, report) => {
    // Who writes the default out means it.
    if (budget.data.spec?.unhealthyPodEvictionPolicy !== undefined) return;
    const message = `unhealthyPodEvictionPolicy is not set, so that it is IfHealthyBudget: pods that never get ready keep their node from being drained`;
    const fix = "set unhealthyPodEvictionPolicy to AlwaysAllow, or write IfHealthyBudget where that is meant";
    report({ path: ["spec", "unhealthyPodEvictionPolicy"], message, fix });
  },
});
