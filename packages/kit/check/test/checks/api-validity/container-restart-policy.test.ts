import { expect, test } from "vitest";
import { containerRestartPolicy } from "../../../src/checks/api-validity/container-restart-policy.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { container: { restartPolicy: "OnFailure" } },
  {
    container: {
      restartPolicy: "Never",
      restartPolicyRules: [{ action: "Restart", exitCodes: { operator: "In", values: [42] } }],
    },
  },
  { spec: { initContainers: [{ name: "a", image: "a", restartPolicy: "Always" }] } },
];

testTakenPods(containerRestartPolicy, taken);

test("words that are invalid", () => {
  expect(
    judge(
      containerRestartPolicy,
      podWith({
        container: {
          restartPolicy: "UnlessStopped",
          restartPolicyRules: [{ action: "Stop", exitCodes: { operator: "Is" } }],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].restartPolicy: restartPolicy "UnlessStopped" is not one of Always, OnFailure, Never; write one of Always, OnFailure, Never",
      "error Pod default/web spec.containers[0].restartPolicyRules[0].action: the action "Stop" is not one of Restart, RestartAllContainers; write one of Restart, RestartAllContainers",
      "error Pod default/web spec.containers[0].restartPolicyRules[0].exitCodes.operator: the operator "Is" is not one of In, NotIn; write one of In, NotIn",
    ]
  `);
});

test("rules without policy, and a rule without exit codes", () => {
  expect(judge(containerRestartPolicy, podWith({ container: { restartPolicyRules: [{ action: "Restart" }] } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].restartPolicy: the container has restart rules and no restartPolicy; say with restartPolicy what to do where no rule fits",
      "error Pod default/web spec.containers[0].restartPolicyRules[0].exitCodes: exitCodes is missing; say which exit codes it is for",
    ]
  `);
});

test("too many rules and exit codes", () => {
  expect(
    judge(
      containerRestartPolicy,
      podWith({
        container: {
          restartPolicy: "Never",
          restartPolicyRules: Array.from({ length: 21 }, (_, index) => ({
            action: "Restart",
            exitCodes: { operator: "In", values: Array.from({ length: index === 0 ? 256 : 1 }, (_one, at) => at) },
          })),
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].restartPolicyRules: the container has 21 restart rules, and may have 20; join some of them",
      "error Pod default/web spec.containers[0].restartPolicyRules[0].exitCodes.values: the rule has 256 exit codes, and may have 255; leave some out",
    ]
  `);
});
