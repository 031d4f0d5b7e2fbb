import { objectCheck } from "../../define-check.ts";
import { isServed } from "../../replicas.ts";
import type { KindName } from "../../view/index.ts";

export const hpaMinReplicas = objectCheck({
  id: "hpa-min-replicas",
  group: "reliability",
  severity: { development: "off", production: "warning" },
  title: "an autoscaler may leave one pod alone behind a Service",
  kinds: ["HorizontalPodAutoscaler"],
  run: ({ environment, namespace, data }, report) => {
    const { minReplicas = 1, scaleTargetRef: { kind = "", name = "" } = {} } = data.spec ?? {};
    if (minReplicas > 1) return;
    const target = environment.find(kind as KindName, namespace, name);
    const pod = target === undefined ? undefined : environment.podOf(target);
    if (pod === undefined || !isServed(pod)) return;
    const left = minReplicas === 0 ? "no pod" : "one pod";
    const message = `minReplicas ${minReplicas} leaves ${kind} ${name} with ${left} behind its Service when little is asked`;
    report({ path: ["spec", "minReplicas"], message, fix: "set minReplicas to 2 or more" });
  },
});
