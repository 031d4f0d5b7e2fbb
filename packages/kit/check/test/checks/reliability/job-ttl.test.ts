import { expect, test } from "vitest";
import { jobTtl } from "../../../src/checks/reliability/job-ttl.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const template = { spec: { restartPolicy: "Never", containers: [{ name: "web", image: "web:1" }] } };
const job = (spec: object, annotations = {}): object => ({
  apiVersion: "batch/v1",
  kind: "Job",
  metadata: { name: "web", annotations },
  spec: { template, ...spec },
});

test("nothing to find", () => {
  expect(judge(jobTtl, documents(job({ ttlSecondsAfterFinished: 0 })))).toEqual([]);
  expect(judge(jobTtl, documents(job({}, { "argocd.argoproj.io/hook": "Sync" })))).toEqual([]);
  // What a CronJob makes, it removes.
  expect(
    judge(
      jobTtl,
      documents(
        object("batch/v1", "CronJob", "web", { spec: { schedule: "@daily", jobTemplate: { spec: { template } } } }),
      ),
    ),
  ).toEqual([]);
});

test("a Job that stays", () => {
  expect(judge(jobTtl, documents(job({})))).toMatchInlineSnapshot(`
    [
      "info Job default/web spec.ttlSecondsAfterFinished: the Job and its pods stay when it has ended; set ttlSecondsAfterFinished, or make it a hook where a GitOps controller applies it",
    ]
  `);
});
