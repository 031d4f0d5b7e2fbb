import { expect, test } from "vitest";
import { resizePolicy } from "../../../src/checks/api-validity/resize-policy.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      resizePolicy: [
        { resourceName: "cpu", restartPolicy: "NotRequired" },
        { resourceName: "memory", restartPolicy: "RestartContainer" },
      ],
    },
  },
];

testTakenPods(resizePolicy, taken);

test("words that are invalid", () => {
  expect(
    judge(resizePolicy, podWith({ container: { resizePolicy: [{ resourceName: "disk", restartPolicy: "Always" }] } })),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].resizePolicy[0].resourceName: the resource "disk" is not one of cpu, memory; write one of cpu, memory",
      "error Pod default/web spec.containers[0].resizePolicy[0].restartPolicy: restartPolicy "Always" is not one of NotRequired, RestartContainer; write one of NotRequired, RestartContainer",
    ]
  `);
});

test("a restart where nothing restarts", () => {
  expect(
    judge(
      resizePolicy,
      podWith({
        spec: {
          restartPolicy: "Never",
          initContainers: [
            { name: "a", image: "a", resizePolicy: [{ resourceName: "cpu", restartPolicy: "RestartContainer" }] },
          ],
        },
        container: { resizePolicy: [{ resourceName: "cpu", restartPolicy: "RestartContainer" }] },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].resizePolicy[0].restartPolicy: a pod with restartPolicy Never is to restart when cpu is resized; write NotRequired",
      "error Pod default/web spec.initContainers[0].resizePolicy[0].restartPolicy: a pod with restartPolicy Never is to restart when cpu is resized; write NotRequired",
    ]
  `);
});

test("an init container that runs once", () => {
  expect(
    judge(
      resizePolicy,
      podWith({
        kind: "Deployment",
        spec: {
          initContainers: [
            { name: "a", image: "a", resizePolicy: [{ resourceName: "cpu", restartPolicy: "RestartContainer" }] },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.initContainers[0].resizePolicy[0].restartPolicy: an init container that runs once is to restart when cpu is resized; write NotRequired",
    ]
  `);
});
