import { podCheck } from "../../define-check.ts";
import { spreadsItself } from "../../spread.ts";

export const spreadSelectsOthers = podCheck({
  id: "spread-selects-others",
  group: "reliability",
  severity: "warning",
  title: "a topology spread constraint does not count the pods that have it",
  standsFor: ["spread-missing"],
  run: (pod, report) => {
    pod.spec.topologySpreadConstraints?.forEach((constraint, index) => {
      if (spreadsItself(pod, constraint)) return;
      const message = "the constraint's labelSelector does not select the pod's own labels, so it spreads nothing";
      const fix = "select the labels of the pod's template";
      const path = [...pod.path, "topologySpreadConstraints", index, "labelSelector"];
      report({ path, covers: [path.slice(0, -2)], message, fix });
    });
  },
});
