import { containerCheck } from "../../define-check.ts";
import { probesOf } from "../../pods/handlers.ts";
import { judgeNumber } from "../../rules/judge-number.ts";

export const probeBounds = containerCheck({
  id: "probe-bounds",
  group: "api-validity",
  severity: "error",
  title: "a number of a probe is out of its bounds",
  run: (container, report) => {
    for (const { name, probe, path } of probesOf(container)) {
      for (const field of atLeastZero) {
        judgeNumber(report, { path: [...path, field], what: field, value: probe[field], from: 0 });
      }
      const { successThreshold = 1, terminationGracePeriodSeconds: grace } = probe;
      if (name !== "readinessProbe" && successThreshold > 1) {
        const message = `successThreshold is ${successThreshold}, and must be 1 in a ${name}`;
        report({ path: [...path, "successThreshold"], message, fix: "leave it out" });
      }
      const place = [...path, "terminationGracePeriodSeconds"];
      if (name === "readinessProbe" && grace !== undefined) {
        const message = "a readinessProbe, which stops nothing, has terminationGracePeriodSeconds";
        report({ path: place, message, fix: "leave it out" });
      } else judgeNumber(report, { path: place, what: "terminationGracePeriodSeconds", value: grace, from: 1 });
    }
  },
});

const atLeastZero = [
  "initialDelaySeconds",
  "timeoutSeconds",
  "periodSeconds",
  "successThreshold",
  "failureThreshold",
] as const;
