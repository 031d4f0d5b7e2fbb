import { objectCheck } from "../../define-check.ts";
import { shareProblem } from "../../syntax/int-or-percent.ts";

export const disruptionBudget = objectCheck({
  id: "disruption-budget",
  group: "api-validity",
  severity: "error",
  title: "a PodDisruptionBudget has both bounds, or an invalid one",
  kinds: ["PodDisruptionBudget"],
  run: ({ data: { spec = {} } }, report) => {
    if (spec.minAvailable !== undefined && spec.maxUnavailable !== undefined) {
      const message = "minAvailable and maxUnavailable are both set";
      report({ path: ["spec"], message, fix: "remove one of them" });
    }
    for (const field of ["minAvailable", "maxUnavailable"] as const) {
      const value = spec[field];
      const problem = value === undefined ? undefined : shareProblem(value);
      if (problem === undefined) continue;
      const message = `${field} is ${JSON.stringify(value)}, and ${problem}`;
      report({ path: ["spec", field], message, fix: "write a number without quotes or a percentage" });
    }
  },
});
