import { expect, test } from "vitest";
import { probesIdentical } from "../../../src/checks/reliability/probes-identical.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const probe = { httpGet: { port: 80, path: "/" } };

test("nothing to find", () => {
  expect(judge(probesIdentical, documents(workload({ container: { livenessProbe: probe } })))).toEqual([]);
  expect(
    judge(
      probesIdentical,
      documents(workload({ container: { readinessProbe: probe, livenessProbe: { ...probe, failureThreshold: 6 } } })),
    ),
  ).toEqual([]);
  expect(
    judge(
      probesIdentical,
      documents(workload({ container: { readinessProbe: { ...probe, periodSeconds: 5 }, livenessProbe: probe } })),
    ),
  ).toEqual([]);
  expect(
    judge(
      probesIdentical,
      documents(
        workload({ container: { readinessProbe: probe, livenessProbe: { httpGet: { port: 80, path: "/live" } } } }),
      ),
    ),
  ).toEqual([]);
});

test("the same, and one that gives up sooner", () => {
  expect(
    judge(
      probesIdentical,
      documents(
        workload({
          container: { readinessProbe: probe, livenessProbe: { ...probe, initialDelaySeconds: 5, periodSeconds: 10 } },
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.containers[0].livenessProbe: livenessProbe asks what readinessProbe asks, and gives up no later: it restarts a busy container; give livenessProbe more patience (failureThreshold, periodSeconds), or let it ask less",
    ]
  `);
});
