import { expect, test } from "vitest";
import { probeAction } from "../../../src/checks/api-validity/probe-action.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      livenessProbe: { httpGet: { port: "http", httpHeaders: [{ name: "X-Check", value: "" }] } },
      readinessProbe: { grpc: { port: 65_535 } },
      startupProbe: { exec: { command: ["ok"] } },
      lifecycle: { postStart: { sleep: { seconds: 0 } }, preStop: { sleep: { seconds: 30 } } },
    },
  },
  { spec: { terminationGracePeriodSeconds: -5 }, container: { lifecycle: { preStop: { sleep: { seconds: 1 } } } } },
];

testTakenPods(probeAction, taken);

test("ports that are invalid", () => {
  expect(
    judge(
      probeAction,
      podWith({
        kind: "Deployment",
        container: {
          livenessProbe: { httpGet: { port: "8080" } },
          readinessProbe: { tcpSocket: { port: 0 } },
          startupProbe: { grpc: { port: 65_536 } },
          lifecycle: { preStop: { httpGet: { port: "web_http" } } },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].lifecycle.preStop.httpGet.port: the port "web_http" must consist of lower case letters, digits and hyphens; write a port of the container",
      "error Deployment default/web spec.template.spec.containers[0].livenessProbe.httpGet.port: the port "8080" must contain at least one letter; write the number 8080 without quotes",
      "error Deployment default/web spec.template.spec.containers[0].readinessProbe.tcpSocket.port: the port 0 must be from 1 to 65535; write a port of the container",
      "error Deployment default/web spec.template.spec.containers[0].startupProbe.grpc.port: the port 65536 must be from 1 to 65535; write a port of the container",
    ]
  `);
});

test("a command, headers and a time that are invalid", () => {
  expect(
    judge(
      probeAction,
      podWith({
        container: {
          livenessProbe: { exec: {} },
          readinessProbe: { httpGet: { port: 80, httpHeaders: [{ name: "X Check", value: "a" }] } },
          lifecycle: { preStop: { sleep: { seconds: 31 } }, postStart: { sleep: { seconds: -1 } } },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].lifecycle.postStart.sleep.seconds: the hook sleeps -1 seconds, and must from 0 to terminationGracePeriodSeconds, 30; sleep shorter, or give the pod more time",
      "error Pod default/web spec.containers[0].lifecycle.preStop.sleep.seconds: the hook sleeps 31 seconds, and must from 0 to terminationGracePeriodSeconds, 30; sleep shorter, or give the pod more time",
      "error Pod default/web spec.containers[0].livenessProbe.exec.command: the command is empty; write the command",
      "error Pod default/web spec.containers[0].readinessProbe.httpGet.httpHeaders[0].name: the header's name "X Check" must consist of letters, digits and hyphens; correct the header's name",
    ]
  `);
});
