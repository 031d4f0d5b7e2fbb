import { describe, expect, test } from "vitest";
import { probePort } from "../../../src/checks/references/probe-port.ts";
import { judge } from "../../judge.ts";
import { workload } from "../../flow-yaml.ts";

describe("probe-port", () => {
  test.for([
    "",
    "ports: [{ name: http, containerPort: 8080 }], livenessProbe: { httpGet: { port: http } }",
    "livenessProbe: { httpGet: { port: 8080 } }, readinessProbe: { exec: { command: [ok] } }",
    "livenessProbe: { tcpSocket: { port: '8080' } }",
    "livenessProbe: { httpGet: { host: example.com, port: https } }",
  ])("passes: %s", (container) => {
    expect(judge(probePort, workload({ container }))).toEqual([]);
  });

  test("finds names that the container itself does not have, also of handlers", () => {
    const container =
      "ports: [{ name: http, containerPort: 8080 }], startupProbe: { httpGet: { port: htpp } }, lifecycle: { preStop: { httpGet: { port: metrics } } }";
    const pod =
      "initContainers: [{ name: log, image: log, restartPolicy: Always, ports: [{ name: metrics, containerPort: 9 }] }]";
    expect(judge(probePort, workload({ container, pod }))).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].lifecycle.preStop.httpGet.port: preStop handler asks port metrics, and the container web has no port of that name; write a name or a number of its own ports (8080 (http))",
        "error Deployment default/web spec.template.spec.containers[0].startupProbe.httpGet.port: startupProbe asks port htpp, and the container web has no port of that name; write a name or a number of its own ports (8080 (http))",
      ]
    `);
    expect(judge(probePort, workload({ container: "livenessProbe: { httpGet: { port: http } }" })))
      .toMatchInlineSnapshot(`
        [
          "error Deployment default/web spec.template.spec.containers[0].livenessProbe.httpGet.port: livenessProbe asks port http, and the container web has no port of that name; write a number, or add a port named http to its \`ports\`",
        ]
      `);
  });
});
