import { podCheck } from "../../define-check.ts";

export const terminationGraceZero = podCheck({
  id: "termination-grace-zero",
  group: "reliability",
  severity: { development: "info", production: "warning" },
  title: "pods are killed without a chance to finish what they do",
  run: (pod, report) => {
    if (pod.spec.terminationGracePeriodSeconds !== 0) return;
    const message = "terminationGracePeriodSeconds 0 kills the pod at once, in the middle of its requests";
    const fix = "leave it out (30 s), or say how long the pod needs to finish";
    report({ path: [...pod.path, "terminationGracePeriodSeconds"], message, fix });
  },
});
