import { objectCheck } from "../../define-check.ts";

export const hpaMaxEqualsMin = objectCheck({
  id: "hpa-max-equals-min",
  group: "reliability",
  severity: "info",
  title: "an autoscaler that cannot scale",
  kinds: ["HorizontalPodAutoscaler"],
  run: ({ data }, report) => {
    const { minReplicas = 1, maxReplicas } = data.spec ?? {};
    if (maxReplicas !== minReplicas) return;
    const message = `maxReplicas and minReplicas are both ${maxReplicas}: it never scales`;
    report({ path: ["spec", "maxReplicas"], message, fix: "raise maxReplicas, or set spec.replicas and remove it" });
  },
});
