import { objectCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";

export const lease = objectCheck({
  id: "lease",
  group: "api-validity",
  severity: "error",
  title: "a Lease has a duration or a count out of its bounds",
  kinds: ["Lease"],
  run: ({ data: { spec = {} } }, report) => {
    const { leaseDurationSeconds, leaseTransitions } = spec;
    const duration = { path: ["spec", "leaseDurationSeconds"], what: "leaseDurationSeconds" };
    judgeNumber(report, { ...duration, value: leaseDurationSeconds, from: 1 });
    const transitions = { path: ["spec", "leaseTransitions"], what: "leaseTransitions" };
    judgeNumber(report, { ...transitions, value: leaseTransitions, from: 0 });
  },
});
