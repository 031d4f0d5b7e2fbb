import { expect, test } from "vitest";
import { compare } from "./edits.ts";

/** What is said of the fields of two objects of a kind: `changed path: before → after`. */
function fieldsOf(head: string, before: string, after: string): string[] {
  const [change] = compare(`${head}\n${before}`, `${head}\n${after}`).environments[0]!.changes;
  return (change?.fields ?? []).map(({ op, path, before: own, after: other, equal }) => {
    const values = [own, other].filter((value) => value !== undefined).map((value) => JSON.stringify(value));
    return `${op} ${path}: ${values.join(" → ")}${equal === undefined ? "" : ` (${equal})`}`;
  });
}

const service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}";
const custom = "apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}";
const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}";

test("ports are known by number and protocol, with the protocol that the API fills in", () => {
  expect(
    fieldsOf(
      service,
      "spec: {ports: [{port: 53, name: a}, {port: 53, protocol: UDP, name: b}]}",
      "spec: {ports: [{port: 53, protocol: UDP, name: c}, {port: 53, protocol: TCP, name: a}]}",
    ),
  ).toEqual([
    'added spec.ports[port=53].protocol: "TCP" (the default)',
    'changed spec.ports[port=53,protocol=UDP].name: "b" → "c"',
  ]);
});

test("a list whose items have one key twice is known by its places", () => {
  expect(
    fieldsOf(service, "spec: {ports: [{port: 53}, {port: 53}]}", "spec: {ports: [{port: 53}, {port: 54}]}"),
  ).toEqual(["changed spec.ports[1].port: 53 → 54"]);
});

test("arguments have an order", () => {
  expect(
    fieldsOf(
      pod,
      "spec: {containers: [{name: a, args: [--one, --two, --three, --four, --five=1]}]}",
      "spec: {containers: [{name: a, args: [--four, --one, --two, --three, --five=2, --six]}]}",
    ),
  ).toEqual([
    'moved spec.containers[name=a].args[0]: "--four" → "--four"',
    'removed spec.containers[name=a].args[4]: "--five=1"',
    'added spec.containers[name=a].args[4]: "--five=2"',
    'added spec.containers[name=a].args[5]: "--six"',
  ]);
  expect(
    fieldsOf(pod, "spec: {containers: [{name: a, args: [a, b]}]}", "spec: {containers: [{name: a, args: [a, c]}]}"),
  ).toEqual(['changed spec.containers[name=a].args[1]: "b" → "c"']);
});

test("every list of a pod has an order: its controller tells pods apart by it", () => {
  expect(fieldsOf(pod, listOf("initContainers", ["a", "b", "c"]), listOf("initContainers", ["c", "a", "b"]))).toEqual([
    'moved spec.initContainers[name=c]: {"name":"c"} → {"name":"c"}',
  ]);
  expect(fieldsOf(pod, listOf("containers", ["a", "b", "c"]), listOf("containers", ["c", "a", "b"]))).toEqual([
    'moved spec.containers[name=c]: {"name":"c"} → {"name":"c"}',
  ]);
  expect(fieldsOf(pod, env(["A", "B"], "x"), env(["B", "A"], "x"))).toHaveLength(1);
  expect(fieldsOf(pod, env(["A", "B"], "$(A)"), env(["B", "A"], "$(A)"))).toHaveLength(1);
});

test("a container that has another name is that container", () => {
  expect(
    fieldsOf(
      pod,
      "spec: {containers: [{name: web, image: 'web:1', args: [a, b], workingDir: /app}]}",
      "spec: {containers: [{name: server, image: 'web:1', args: [a, b], workingDir: /app}]}",
    ),
  ).toEqual(['changed spec.containers[name=web].name: "web" → "server"']);
});

test("items of custom resources are known by a name that all have, and by place otherwise", () => {
  expect(
    fieldsOf(
      custom,
      "spec: {parts: [{name: a, size: 1}, {name: b}]}",
      "spec: {parts: [{name: a, size: 2}, {name: b}]}",
    ),
  ).toEqual(["changed spec.parts[name=a].size: 1 → 2"]);
  expect(fieldsOf(custom, "spec: {parts: [{size: 1}, {name: b}]}", "spec: {parts: [{size: 2}, {name: b}]}")).toEqual([
    "changed spec.parts[0].size: 1 → 2",
  ]);
  // Nobody knows whether their order means something.
  expect(
    fieldsOf(custom, "spec: {parts: [{name: a}, {name: b}]}", "spec: {parts: [{name: b}, {name: a}]}"),
  ).toHaveLength(1);
});

test("values that are read as the same", () => {
  expect(fieldsOf(pod, limits("1000m", "0.5Gi"), limits("1", "512Mi"))).toEqual([
    'changed spec.containers[name=a].resources.limits.cpu: "1000m" → 1 (the same amount)',
    'changed spec.containers[name=a].resources.limits.memory: "0.5Gi" → "512Mi" (the same amount)',
  ]);
  expect(fieldsOf(pod, limits("1000m", "0.5Gi"), limits("1001m", "512M"))).toEqual([
    'changed spec.containers[name=a].resources.limits.cpu: "1000m" → "1001m"',
    'changed spec.containers[name=a].resources.limits.memory: "0.5Gi" → "512M"',
  ]);
  const kustomization = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}";
  expect(fieldsOf(kustomization, "spec: {interval: 60s}", "spec: {interval: 1m}")).toEqual([
    'changed spec.interval: "60s" → "1m" (the same time)',
  ]);
  // Of a ConfigMap nobody knows what its values are.
  const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}";
  expect(fieldsOf(configMap, "data: {TIMEOUT: 60s}", "data: {TIMEOUT: 1m}")).toEqual([
    'changed data.TIMEOUT: "60s" → "1m"',
  ]);
});

test("YAML of version 1.1 is read as kubectl reads it", () => {
  expect(
    fieldsOf(custom, "spec: {on: yes, mode: 0644, day: 2026-01-01}", "spec: {on: true, mode: 420, day: '2026-01-01'}"),
  ).toEqual([]);
});

function listOf(list: string, names: readonly string[]): string {
  return `spec: {${list}: [${names.map((name) => `{name: ${name}}`).join(", ")}]}`;
}

function env(names: readonly string[], value: string): string {
  const variables = names.map((name) => `{name: ${name}, value: ${value}}`).join(", ");
  return `spec: {containers: [{name: a, env: [${variables}]}]}`;
}

function limits(cpu: string, memory: string): string {
  return `spec: {containers: [{name: a, resources: {limits: {cpu: ${cpu}, memory: ${memory}}}}]}`;
}
