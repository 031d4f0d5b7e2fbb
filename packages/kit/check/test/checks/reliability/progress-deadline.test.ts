import { expect, test } from "vitest";
import { progressDeadline } from "../../../src/checks/reliability/progress-deadline.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(progressDeadline, documents(workload()))).toEqual([]);
  expect(
    judge(
      progressDeadline,
      documents(workload({ container: { readinessProbe: { httpGet: { port: 80 }, initialDelaySeconds: 599 } } })),
    ),
  ).toEqual([]);
  expect(
    judge(
      progressDeadline,
      documents(workload({ container: { livenessProbe: { httpGet: { port: 80 }, initialDelaySeconds: 900 } } })),
    ),
  ).toEqual([]);
});

test("longer than it waits", () => {
  expect(
    judge(
      progressDeadline,
      documents(
        workload({
          spec: { progressDeadlineSeconds: 60 },
          container: { readinessProbe: { httpGet: { port: 80 }, initialDelaySeconds: 60 } },
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].readinessProbe.initialDelaySeconds: readinessProbe waits 60 s, and the Deployment gives up after 60 s: every rollout fails; use a startupProbe that asks often, or raise progressDeadlineSeconds",
    ]
  `);
});

test("longer than it waits by default", () => {
  expect(
    judge(
      progressDeadline,
      documents(workload({ container: { startupProbe: { httpGet: { port: 80 }, initialDelaySeconds: 900 } } })),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].startupProbe.initialDelaySeconds: startupProbe waits 900 s, and the Deployment gives up after 600 s: every rollout fails; use a startupProbe that asks often, or raise progressDeadlineSeconds",
    ]
  `);
});
