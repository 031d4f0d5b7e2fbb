import { expect, test } from "vitest";
import { cronjobHistory } from "../../../src/checks/reliability/cronjob-history.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const cron = (spec: object, job: object = {}): object =>
  object("batch/v1", "CronJob", "report", { spec: { jobTemplate: { spec: job }, ...spec } });

test("a time to live, and a history that somebody wrote", () => {
  expect(judge(cronjobHistory, documents(cron({}, { ttlSecondsAfterFinished: 60 })))).toEqual([]);
  expect(judge(cronjobHistory, documents(cron({ successfulJobsHistoryLimit: 0, failedJobsHistoryLimit: 1 })))).toEqual(
    [],
  );
});

test("what stays", () => {
  expect(judge(cronjobHistory, documents(cron({}), cron({ successfulJobsHistoryLimit: 1 })))).toMatchInlineSnapshot(`
    [
      "info CronJob shop/report spec.jobTemplate.spec.ttlSecondsAfterFinished: 3 Jobs that succeeded and 1 Job that failed stay with their pods until others take their place, for ever where none do; set ttlSecondsAfterFinished in the jobTemplate, or write successfulJobsHistoryLimit and failedJobsHistoryLimit",
      "info CronJob shop/report spec.jobTemplate.spec.ttlSecondsAfterFinished: 1 Job that succeeded and 1 Job that failed stay with their pods until others take their place, for ever where none do; set ttlSecondsAfterFinished in the jobTemplate, or write successfulJobsHistoryLimit and failedJobsHistoryLimit",
    ]
  `);
});
