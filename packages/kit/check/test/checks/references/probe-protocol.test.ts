import { expect, test } from "vitest";
import { probeProtocol } from "../../../src/checks/references/probe-protocol.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const probed = (ports: readonly object[], readinessProbe: object, pod: object = {}): string[] =>
  judge(probeProtocol, documents(workload({ container: { ports, readinessProbe }, pod })));
const udp = { name: "dns", containerPort: 53, protocol: "UDP" };

test.for<[string, object[], object]>([
  ["a port of TCP", [{ name: "http", containerPort: 80 }], { httpGet: { port: "http" } }],
  ["a port that nobody declares", [udp], { httpGet: { port: 8080 } }],
  ["a port of both, by number", [udp, { containerPort: 53 }], { tcpSocket: { port: 53 } }],
  ["a port of both, by the name of one", [udp, { name: "dns-tcp", containerPort: 53 }], { tcpSocket: { port: "dns" } }],
  ["a name that is not there", [udp], { tcpSocket: { port: "http" } }],
  ["another host", [udp], { tcpSocket: { port: 53, host: "example.com" } }],
  ["a command", [udp], { exec: { command: ["true"] } }],
])("passes %s", ([, ports, probe]) => {
  expect(probed(ports, probe)).toEqual([]);
});

test("finds a port of UDP, by name and by number, and one of SCTP", () => {
  expect(probed([udp], { tcpSocket: { port: "dns" } })).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].readinessProbe.tcpSocket.port: readinessProbe asks port dns by TCP, and the pod opens 53 by UDP only; ask a port that is open by TCP, use exec, or declare the port for TCP too",
    ]
  `);
  expect(probed([udp, { containerPort: 53, protocol: "SCTP" }], { grpc: { port: 53 } })).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].readinessProbe.grpc.port: readinessProbe asks port 53 by TCP, and the pod opens 53 by UDP and SCTP only; ask a port that is open by TCP, use exec, or declare the port for TCP too",
    ]
  `);
});

test("a container beside it that opens the port by TCP answers too", () => {
  const side = { name: "side", image: "side:1", restartPolicy: "Always", ports: [{ containerPort: 53 }] };
  expect(probed([udp], { tcpSocket: { port: 53 } }, { initContainers: [side] })).toEqual([]);
});
