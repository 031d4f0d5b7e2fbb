import { podCheck } from "../../define-check.ts";
import { spreadsItself } from "../../spread.ts";

export const spreadSelectsOthers = podCheck({
  id: "spread-selects-others",
  group: "reliability",
  severity: "warning",
  title: "a topology spread constraint does not count the pods that have it",
  run: (pod, report) => {
    pod.spec.topologySpreadConstraints?.forEach((constraint, index) => {
      if (spreadsItself(pod, constraint)) return;
      const message = "the constraint's labelSelector does not select the pod's own labels, so it spreads nothing";
      const fix = "select the labels of the pod's template";
      report({ path: [...pod.path, "topologySpreadConstraints", index, "labelSelector"], message, fix });
    });
  },
});
