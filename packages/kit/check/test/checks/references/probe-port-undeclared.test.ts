import { describe, expect, test } from "vitest";
import { probePortUndeclared } from "../../../src/checks/references/probe-port-undeclared.ts";
import { judge } from "../../judge.ts";
import { workload } from "../../flow-yaml.ts";

describe("probe-port-undeclared", () => {
  test.for([
    "",
    "ports: [{ containerPort: 8080 }], livenessProbe: { httpGet: { port: 8080 } }",
    // Nobody has to declare ports.
    "livenessProbe: { httpGet: { port: 8080 } }",
    "ports: [{ containerPort: 53, protocol: UDP }], livenessProbe: { tcpSocket: { port: 8080 } }",
    "ports: [{ name: http, containerPort: 8080 }], livenessProbe: { httpGet: { port: http } }",
    "ports: [{ containerPort: 8080 }], livenessProbe: { httpGet: { host: example.com, port: 443 } }",
  ])("passes: %s", (container) => {
    expect(judge(probePortUndeclared, workload({ container }))).toEqual([]);
  });

  test("takes the ports of a sidecar", () => {
    const container = "ports: [{ containerPort: 8080 }], readinessProbe: { grpc: { port: 9090 } }";
    const sidecar = "{ name: log, image: log, restartPolicy: Always, ports: [{ containerPort: 9090 }] }";
    expect(judge(probePortUndeclared, workload({ container, pod: `initContainers: [${sidecar}]` }))).toEqual([]);
  });

  test("finds numbers that no container opens by TCP", () => {
    const container =
      "ports: [{ name: http, containerPort: 8080 }, { containerPort: 8081, protocol: UDP }], livenessProbe: { httpGet: { port: 8081 } }, readinessProbe: { grpc: { port: 9090 } }, startupProbe: { tcpSocket: { port: '8082' } }, lifecycle: { postStart: { httpGet: { port: 8083 } } }";
    expect(judge(probePortUndeclared, workload({ container }))).toMatchInlineSnapshot(`
      [
        "warning Deployment default/web spec.template.spec.containers[0].lifecycle.postStart.httpGet.port: postStart handler asks port 8083, and no container of the pod opens it; ask a port that is open (8080 (http)), or add 8083 to \`ports\`",
        "warning Deployment default/web spec.template.spec.containers[0].readinessProbe.grpc.port: readinessProbe asks port 9090, and no container of the pod opens it; ask a port that is open (8080 (http)), or add 9090 to \`ports\`",
        "warning Deployment default/web spec.template.spec.containers[0].startupProbe.tcpSocket.port: startupProbe asks port 8082, and no container of the pod opens it; ask a port that is open (8080 (http)), or add 8082 to \`ports\`",
      ]
    `);
  });
});
