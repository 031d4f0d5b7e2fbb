import { expect, test } from "vitest";
import { compare } from "./edits.ts";

type Data = Readonly<Record<string, unknown>>;

function service(spec: Data): string {
  const whole = { selector: { app: "web" }, ports: [{ port: 80 }], ...spec };
  return `apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: ${JSON.stringify(whole)}\n`;
}

function balanced(...ranges: string[]): string {
  return service({ type: "LoadBalancer", ...(ranges.length === 0 ? {} : { loadBalancerSourceRanges: ranges }) });
}

function deployment(container: Data, pod: Data = {}, more: Data = {}): string {
  const labels = { app: "web" };
  const template = {
    metadata: { labels },
    spec: { containers: [{ name: "c", image: "c:1.0", ...container }], ...pod },
  };
  const spec = { replicas: 2, selector: { matchLabels: labels }, template, ...more };
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: ${JSON.stringify(spec)}\n`;
}

const files = { volumes: [{ name: "v", hostPath: { path: "/x" } }] };
const mount = (readOnly: boolean): Data => ({ volumeMounts: [{ name: "v", mountPath: "/v", readOnly }] });
const init = (...names: string[]): Data => ({ initContainers: names.map((name) => ({ name, image: `${name}:1` })) });
const probe = { tcpSocket: { port: 1 } };

test.each<[string, string, string]>([
  ["ranges are narrower", balanced("10.0.0.0/8"), balanced("10.1.0.0/16")],
  ["ranges are wider", balanced("10.1.0.0/16"), balanced("10.0.0.0/8")],
  ["ranges are others", balanced("10.0.0.0/8"), balanced("192.0.2.0/24")],
  ["one range of two goes", balanced("10.0.0.0/8", "192.0.2.0/24"), balanced("10.0.0.0/8")],
  ["ranges where there were none", balanced(), balanced("10.0.0.0/8")],
  ["a name of the DNS", service({}), service({ type: "ExternalName", externalName: "a.b" })],
  ["a load balancer", service({ type: "NodePort" }), service({ type: "LoadBalancer" })],
  ["no load balancer", service({ type: "LoadBalancer" }), service({ type: "NodePort" })],
  ["the ports of the nodes", service({}), service({ type: "NodePort" })],
  ["affinity", service({}), service({ sessionAffinity: "ClientIP" })],
  [
    "a variable's value",
    deployment({ env: [{ name: "A", value: "1" }] }),
    deployment({ env: [{ name: "A", value: "2" }] }),
  ],
  ["a variable comes", deployment({}), deployment({ env: [{ name: "A", value: "2" }] })],
  [
    "a variable that reads as the same amount",
    deployment({ env: [{ name: "A", value: "512Mi" }] }),
    deployment({ env: [{ name: "A", value: "0.5Gi" }] }),
  ],
  ["arguments", deployment({ args: ["a"] }), deployment({ args: ["b"] })],
  ["the grace period", deployment({}), deployment({}, { terminationGracePeriodSeconds: 60 })],
  ["a node selector", deployment({}), deployment({}, { nodeSelector: { a: "b" } })],
  [
    "requests",
    deployment({ resources: { requests: { cpu: "1" } } }),
    deployment({ resources: { requests: { cpu: "2" } } }),
  ],
  ["a probe comes", deployment({}), deployment({ readinessProbe: probe })],
  [
    "a probe asks more often",
    deployment({ readinessProbe: probe }),
    deployment({ readinessProbe: { ...probe, periodSeconds: 5 } }),
  ],
  ["more replicas", deployment({}), deployment({}, {}, { replicas: 4 })],
  ["how many revisions are kept", deployment({}), deployment({}, {}, { revisionHistoryLimit: 3 })],
  ["it is paused", deployment({}), deployment({}, {}, { paused: true })],
  ["files of the node may be written", deployment(mount(true), files), deployment(mount(false), files)],
  ["files of the node may be read alone", deployment(mount(false), files), deployment(mount(true), files)],
  ["init containers in another order", deployment({}, init("a", "b")), deployment({}, init("b", "a"))],
])("%s", (_, before, after) => {
  const [change] = compare(before, after).environments[0]!.changes;
  const { class: worst, effects, findings } = change!;
  expect([
    `${worst}: ${effects.join("; ")}`,
    ...findings.map(({ class: own, risk, reason, consequence }) => `${own} ${risk}: ${reason} → ${consequence}`),
  ]).toMatchSnapshot();
});
