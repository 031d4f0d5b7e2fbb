import { expect, test } from "vitest";
import { cronjobConcurrency } from "../../../src/checks/reliability/cronjob-concurrency.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const template = { spec: { restartPolicy: "Never", containers: [{ name: "web", image: "web:1" }] } };
const cronJob = (spec: object): object =>
  object("batch/v1", "CronJob", "web", { spec: { schedule: "@daily", jobTemplate: { spec: { template } }, ...spec } });

test("nothing to find", () => {
  expect(
    judge(
      cronjobConcurrency,
      documents(cronJob({ concurrencyPolicy: "Forbid" }), cronJob({ concurrencyPolicy: "Allow" })),
    ),
  ).toEqual([]);
});

test("nothing said", () => {
  expect(judge(cronjobConcurrency, documents(cronJob({})))).toMatchInlineSnapshot(`
    [
      "info CronJob shop/web spec.concurrencyPolicy: concurrencyPolicy is not set: a run starts while the one before still runs; set concurrencyPolicy to Forbid or Replace, or to Allow where runs may overlap",
    ]
  `);
});
