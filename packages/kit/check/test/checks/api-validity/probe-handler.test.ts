import { expect, test } from "vitest";
import { probeHandler } from "../../../src/checks/api-validity/probe-handler.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { container: { livenessProbe: { httpGet: { port: 80 } }, lifecycle: { preStop: { exec: { command: ["ok"] } } } } },
];

testTakenPods(probeHandler, taken);

test("nothing to do, and two things", () => {
  expect(
    judge(
      probeHandler,
      podWith({
        container: {
          livenessProbe: { periodSeconds: 5 },
          readinessProbe: { httpGet: { port: 80 }, tcpSocket: { port: 80 } },
          lifecycle: { preStop: {}, postStart: { sleep: { seconds: 1 }, exec: { command: ["ok"] } } },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].lifecycle.postStart: postStart says to do exec and sleep; keep one of them",
      "error Pod default/web spec.containers[0].lifecycle.preStop: preStop does not say what to do; write one of exec, httpGet, tcpSocket, sleep",
      "error Pod default/web spec.containers[0].livenessProbe: livenessProbe does not say what to do; write one of exec, httpGet, tcpSocket, grpc",
      "error Pod default/web spec.containers[0].readinessProbe: readinessProbe says to do httpGet and tcpSocket; keep one of them",
    ]
  `);
});
