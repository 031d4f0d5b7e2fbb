import { objectCheck } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { scheduleProblem } from "../../syntax/cron.ts";
import { timeZoneProblem } from "../../syntax/time-zone.ts";

export const cronSchedule = objectCheck({
  id: "cron-schedule",
  group: "api-validity",
  severity: "error",
  title: "a CronJob's schedule or time zone is invalid",
  kinds: ["CronJob"],
  run: ({ data: { spec = {} } }, report) => {
    const { schedule, timeZone } = spec;
    const path = ["spec", "schedule"];
    judgeText(report, { path, what: "the schedule", text: schedule, problem: scheduleProblem });
    if (timeZone === undefined) return;
    const zone = { path: ["spec", "timeZone"], what: "the time zone", text: timeZone };
    judgeText(report, { ...zone, problem: timeZoneProblem });
  },
});
