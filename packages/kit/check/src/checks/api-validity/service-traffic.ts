import { objectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";

export const serviceTraffic = objectCheck({
  id: "service-traffic",
  group: "api-validity",
  severity: "error",
  title: "a Service spreads its traffic in a way that does not exist",
  kinds: ["Service"],
  run: ({ data: { spec = {} }, annotations }, report) => {
    const { sessionAffinity, sessionAffinityConfig, trafficDistribution: word } = spec;
    if (sessionAffinity === "ClientIP") {
      const value = sessionAffinityConfig?.clientIP?.timeoutSeconds;
      const path = ["spec", "sessionAffinityConfig", "clientIP", "timeoutSeconds"];
      judgeNumber(report, { path, what: "timeoutSeconds", value, from: 1, to: 86_400 });
    }
    // The empty text is not a default here, as it is of other words.
    const policy = { path: ["spec", "internalTrafficPolicy"], what: "internalTrafficPolicy" };
    judgeOneOf(report, { ...policy, word: spec.internalTrafficPolicy, words: ["Cluster", "Local"] });
    const path = ["spec", "trafficDistribution"];
    judgeOneOf(report, { path, what: "trafficDistribution", word, words: distributions });
    const { [modeAnnotation]: mode, [hintsAnnotation]: hints } = annotations;
    if (mode === undefined || hints === undefined || mode === hints) return;
    const message = `the annotation is ${JSON.stringify(mode)}, and ${hintsAnnotation} is ${JSON.stringify(hints)}`;
    report({ path: ["metadata", "annotations", modeAnnotation], message, fix: "remove the other annotation" });
  },
});

const distributions = ["PreferClose", "PreferSameZone", "PreferSameNode"];
const modeAnnotation = "service.kubernetes.io/topology-mode";
const hintsAnnotation = "service.kubernetes.io/topology-aware-hints";
