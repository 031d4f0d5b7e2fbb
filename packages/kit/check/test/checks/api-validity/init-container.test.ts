import { expect, test } from "vitest";
import { initContainer } from "../../../src/checks/api-validity/init-container.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      initContainers: [
        { name: "a", image: "a" },
        {
          name: "b",
          image: "b",
          restartPolicy: "Always",
          readinessProbe: { exec: { command: ["b"] } },
          lifecycle: { preStop: { exec: { command: ["b"] } } },
        },
      ],
    },
  },
  {
    spec: { initContainers: [{ name: "a", image: "a", lifecycle: { stopSignal: "SIGTERM" } }], os: { name: "linux" } },
  },
];

testTakenPods(initContainer, taken);

test("probes and hooks of one that runs once", () => {
  expect(
    judge(
      initContainer,
      podWith({
        kind: "Deployment",
        spec: {
          initContainers: [
            { name: "a", image: "a", livenessProbe: { exec: { command: ["a"] } }, lifecycle: {} },
            { name: "b", image: "b", restartPolicy: "OnFailure", startupProbe: { exec: { command: ["b"] } } },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.initContainers[0].lifecycle: an init container that runs once has lifecycle; leave it out, or make it a sidecar by restartPolicy Always",
      "error Deployment default/web spec.template.spec.initContainers[0].livenessProbe: an init container that runs once has livenessProbe; leave it out, or make it a sidecar by restartPolicy Always",
      "error Deployment default/web spec.template.spec.initContainers[1].startupProbe: an init container that runs once has startupProbe; leave it out, or make it a sidecar by restartPolicy Always",
    ]
  `);
});
