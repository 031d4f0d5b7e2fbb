import { expect, test } from "vitest";
import { cronjobDeadline } from "../../../src/checks/reliability/cronjob-deadline.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const template = { spec: { restartPolicy: "Never", containers: [{ name: "web", image: "web:1" }] } };
const cronJob = (spec: object): object =>
  object("batch/v1", "CronJob", "web", { spec: { schedule: "@daily", jobTemplate: { spec: { template } }, ...spec } });

test("nothing to find", () => {
  expect(judge(cronjobDeadline, documents(cronJob({ startingDeadlineSeconds: 300 })))).toEqual([]);
});

test("no deadline", () => {
  expect(judge(cronjobDeadline, documents(cronJob({})))).toMatchInlineSnapshot(`
    [
      "info CronJob shop/web spec.startingDeadlineSeconds: startingDeadlineSeconds is not set: a run that was missed starts however late it is; set startingDeadlineSeconds to how late a run may start",
    ]
  `);
});
