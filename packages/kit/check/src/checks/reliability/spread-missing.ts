import { podCheck } from "../../define-check.ts";
import { severalOf } from "../../replicas.ts";
import { avoidsItself, spreadsItself } from "../../spread.ts";

export const spreadMissing = podCheck({
  id: "spread-missing",
  group: "reliability",
  severity: { development: "off", production: "warning" },
  title: "nothing spreads the pods of a workload over nodes",
  needs: ["objects"],
  run: (pod, report, environment) => {
    const several = severalOf(pod, environment);
    const { topologySpreadConstraints: constraints = [] } = pod.spec;
    if (several === undefined || avoidsItself(pod)) return;
    if (constraints.some((constraint) => spreadsItself(pod, constraint))) return;
    const { atLeast } = several;
    const which = atLeast === undefined ? "the pods that something scales it to" : `the ${atLeast} pods`;
    const message = `nothing spreads ${which} over nodes: one node may have them all`;
    const fix = "add a topology spread constraint on kubernetes.io/hostname (`spreadOverNodes` of typed-manifests)";
    const said = { path: [...pod.path, "topologySpreadConstraints"], message, fix };
    report(atLeast === undefined ? { ...said, severity: "info" } : said);
  },
});
