import { podCheck } from "../../define-check.ts";
import { replicasOf } from "../../replicas.ts";
import { avoidsItself, spreadsItself } from "../../spread.ts";

export const spreadMissing = podCheck({
  id: "spread-missing",
  group: "reliability",
  severity: { development: "off", production: "warning" },
  title: "nothing spreads the pods of a workload over nodes",
  needs: ["objects"],
  run: (pod, report, environment) => {
    const count = replicasOf(pod, environment) ?? 0;
    const { topologySpreadConstraints: constraints = [] } = pod.spec;
    if (count < 2 || avoidsItself(pod)) return;
    if (constraints.some((constraint) => spreadsItself(pod, constraint))) return;
    const message = `nothing spreads the ${count} pods over nodes: one node may have them all`;
    const fix = "add a topology spread constraint on kubernetes.io/hostname (`spreadOverNodes` of typed-manifests)";
    report({ path: [...pod.path, "topologySpreadConstraints"], message, fix });
  },
});
