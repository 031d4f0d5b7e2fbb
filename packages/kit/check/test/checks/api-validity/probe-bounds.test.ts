import { expect, test } from "vitest";
import { probeBounds } from "../../../src/checks/api-validity/probe-bounds.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      livenessProbe: { exec: { command: ["ok"] }, successThreshold: 1, initialDelaySeconds: 0, periodSeconds: 0 },
      readinessProbe: { exec: { command: ["ok"] }, successThreshold: 2 },
      startupProbe: { exec: { command: ["ok"] }, terminationGracePeriodSeconds: 1 },
    },
  },
];

testTakenPods(probeBounds, taken);

test("numbers out of bounds", () => {
  expect(
    judge(
      probeBounds,
      podWith({
        kind: "Deployment",
        container: {
          livenessProbe: { exec: { command: ["ok"] }, successThreshold: 2, terminationGracePeriodSeconds: 0 },
          readinessProbe: { exec: { command: ["ok"] }, timeoutSeconds: -1, terminationGracePeriodSeconds: 5 },
          startupProbe: { exec: { command: ["ok"] }, failureThreshold: -1 },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].livenessProbe.successThreshold: successThreshold is 2, and must be 1 in a livenessProbe; leave it out",
      "error Deployment default/web spec.template.spec.containers[0].livenessProbe.terminationGracePeriodSeconds: terminationGracePeriodSeconds is 0, and must be 1 or more; set it to a number that is 1 or more",
      "error Deployment default/web spec.template.spec.containers[0].readinessProbe.terminationGracePeriodSeconds: a readinessProbe, which stops nothing, has terminationGracePeriodSeconds; leave it out",
      "error Deployment default/web spec.template.spec.containers[0].readinessProbe.timeoutSeconds: timeoutSeconds is -1, and must be 0 or more; set it to a number that is 0 or more",
      "error Deployment default/web spec.template.spec.containers[0].startupProbe.failureThreshold: failureThreshold is -1, and must be 0 or more; set it to a number that is 0 or more",
    ]
  `);
});
