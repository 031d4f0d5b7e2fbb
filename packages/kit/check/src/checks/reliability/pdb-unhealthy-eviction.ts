import { objectCheck } from "../../define-check.ts";

export const pdbUnhealthyEviction = objectCheck({
  id: "pdb-unhealthy-eviction",
  group: "reliability",
  severity: "info",
  title: "a PodDisruptionBudget keeps pods on a node that are broken anyway",
  kinds: ["PodDisruptionBudget"],
  run: (budget, report) => {
    const { unhealthyPodEvictionPolicy: policy = "IfHealthyBudget" } = budget.data.spec ?? {};
    if (policy === "AlwaysAllow") return;
    const message = `unhealthyPodEvictionPolicy is ${policy}: pods that never get ready keep their node from being drained`;
    const fix = "set unhealthyPodEvictionPolicy to AlwaysAllow";
    report({ path: ["spec", "unhealthyPodEvictionPolicy"], message, fix });
  },
});
