import { objectCheck } from "../../define-check.ts";
import { isServed } from "../../replicas.ts";
import { podMakers, targetOf } from "../../scale-target.ts";

export const hpaMinReplicas = objectCheck({
  id: "hpa-min-replicas",
  group: "reliability",
  severity: { development: "off", production: "warning" },
  title: "an autoscaler may leave a workload with one pod alone",
  kinds: ["HorizontalPodAutoscaler"],
  needs: ["objects"],
  run: ({ namespace, data }, report, environment) => {
    const { minReplicas = 1, scaleTargetRef: { apiVersion = "", kind = "", name = "" } = {} } = data.spec ?? {};
    if (minReplicas > 1) return;
    const target = podMakers(environment).get(targetOf({ apiVersion, kind, name, namespace }));
    if (target === undefined) return;
    // Whether somebody waits for an answer is certain only behind a Service.
    const isBehind = target.pods.some((pod) => isServed(pod, environment));
    const left = minReplicas === 0 ? "no pod" : "one pod";
    report({
      path: ["spec", "minReplicas"],
      message: `minReplicas ${minReplicas} leaves ${kind} ${name} with ${left}${isBehind ? " behind its Service" : ""} when little is asked`,
      fix: "set minReplicas to 2 or more",
      ...(isBehind ? {} : { severity: "info" }),
    });
  },
});
