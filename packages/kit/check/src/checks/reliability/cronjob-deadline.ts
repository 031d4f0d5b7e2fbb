import { objectCheck } from "../../define-check.ts";

export const cronjobDeadline = objectCheck({
  id: "cronjob-deadline",
  group: "reliability",
  severity: "info",
  title: "a CronJob says nothing of runs that it has missed",
  kinds: ["CronJob"],
  run: ({ data }, report) => {
    if (data.spec?.startingDeadlineSeconds !== undefined) return;
    const message = "startingDeadlineSeconds is not set: a run that was missed starts however late it is";
    const fix = "set startingDeadlineSeconds to how late a run may start";
    report({ path: ["spec", "startingDeadlineSeconds"], message, fix });
  },
});
