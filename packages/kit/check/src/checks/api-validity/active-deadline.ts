import { podCheck } from "../../define-check.ts";
import { judgeNumber } from "../../rules/judge-number.ts";

export const activeDeadline = podCheck({
  id: "active-deadline",
  group: "api-validity",
  severity: "error",
  title: "the time that a pod may run is out of its bounds",
  run: ({ spec, path }, report) => {
    const what = "activeDeadlineSeconds";
    judgeNumber(report, { path: [...path, what], what, value: spec[what], from: 1, to: 2 ** 31 - 1 });
  },
});
