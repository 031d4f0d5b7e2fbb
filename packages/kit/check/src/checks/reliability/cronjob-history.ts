import { objectCheck } from "../../define-check.ts";

export const cronjobHistory = objectCheck({
  id: "cronjob-history",
  group: "reliability",
  severity: "info",
  title: "nothing says how long the Jobs of a CronJob stay when they have ended",
  kinds: ["CronJob"],
  run: ({ data }, report) => {
    const { successfulJobsHistoryLimit: succeeded, failedJobsHistoryLimit: failed, jobTemplate } = data.spec ?? {};
    if (jobTemplate?.spec?.ttlSecondsAfterFinished !== undefined) return;
    // Who writes both out means them.
    if (succeeded !== undefined && failed !== undefined) return;
    report({
      path: ["spec", "jobTemplate", "spec", "ttlSecondsAfterFinished"],
      message: `${counted(succeeded ?? 3, "succeeded")} and ${counted(failed ?? 1, "failed")} stay with their pods until others take their place, for ever where none do`,
      fix: "set ttlSecondsAfterFinished in the jobTemplate, or write successfulJobsHistoryLimit and failedJobsHistoryLimit",
    });
  },
});

function counted(count: number, how: string): string {
  return `${count} ${count === 1 ? "Job" : "Jobs"} that ${how}`;
}
