import { objectCheck } from "../../define-check.ts";
import { isServed } from "../../replicas.ts";
import { podMakers, targetOf } from "../../scale-target.ts";

export const hpaMinReplicas = objectCheck({
  id: "hpa-min-replicas",
  group: "reliability",
  severity: { development: "off", production: "warning" },
  title: "an autoscaler may leave one pod alone behind a Service",
  kinds: ["HorizontalPodAutoscaler"],
  needs: ["objects"],
  run: ({ namespace, data }, report, environment) => {
    const { minReplicas = 1, scaleTargetRef: { apiVersion = "", kind = "", name = "" } = {} } = data.spec ?? {};
    if (minReplicas > 1) return;
    const target = podMakers(environment).get(targetOf({ apiVersion, kind, name, namespace }));
    if (target?.pods.some((pod) => isServed(pod, environment)) !== true) return;
    const left = minReplicas === 0 ? "no pod" : "one pod";
    const message = `minReplicas ${minReplicas} leaves ${kind} ${name} with ${left} behind its Service when little is asked`;
    report({ path: ["spec", "minReplicas"], message, fix: "set minReplicas to 2 or more" });
  },
});
