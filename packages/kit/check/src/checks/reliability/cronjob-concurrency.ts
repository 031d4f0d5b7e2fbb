import { objectCheck } from "../../define-check.ts";

export const cronjobConcurrency = objectCheck({
  id: "cronjob-concurrency",
  group: "reliability",
  severity: "info",
  title: "a CronJob says nothing of runs that overlap",
  kinds: ["CronJob"],
  run: ({ data }, report) => {
    if (data.spec?.concurrencyPolicy !== undefined) return;
    const message = "concurrencyPolicy is not set: a run starts while the one before still runs";
    const fix = "set concurrencyPolicy to Forbid or Replace, or to Allow where runs may overlap";
    report({ path: ["spec", "concurrencyPolicy"], message, fix });
  },
});
