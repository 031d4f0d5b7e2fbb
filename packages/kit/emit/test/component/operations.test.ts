import type { JsonObject } from "@kit/kube";
import { describe, expect, test } from "vitest";
import { changeOf, operations } from "../../src/component/index.ts";

/** The operations between two Deployments' containers, each on a line. */
function ofPod(base: JsonObject, wanted: JsonObject): string[] {
  const [was, is] = [base, wanted].map((spec) => ({
    apiVersion: "apps/v1",
    kind: "Deployment",
    spec: { template: { spec } },
  }));
  return told(was!, is!).map((line) => line.replace("/spec/template/spec/", "…/"));
}

/** The operations between two objects of a kind that nobody describes. */
function ofThing(base: JsonObject, wanted: JsonObject): string[] {
  const identity = { apiVersion: "example.com/v1", kind: "Thing" };
  return told({ ...identity, ...base }, { ...identity, ...wanted });
}

function told(base: JsonObject, wanted: JsonObject): string[] {
  return operations(base, wanted).map(({ op, path, value, entry }) =>
    [
      op,
      path,
      ...(value === undefined ? [] : [JSON.stringify(value)]),
      ...(entry === undefined ? [] : [`# ${entry}`]),
    ].join(" "),
  );
}

const container = (name: string, rest: JsonObject = {}): JsonObject => ({ name, image: name, ...rest });
const names = (...all: string[]): JsonObject => ({ containers: all.map((name) => container(name)) });
const volumes = (...names: string[]): JsonObject => ({ volumes: names.map((name) => ({ name })) });
const ports = (...all: JsonObject[]): JsonObject => ({ containers: [{ name: "dns", ports: all }] });
const rollout = (value: string): JsonObject => ({
  apiVersion: "argoproj.io/v1alpha1",
  kind: "Rollout",
  spec: { template: { metadata: {}, spec: { containers: [container("web", { env: [{ name: "A", value }] })] } } },
});
const thing = (spec: JsonObject): JsonObject => ({ apiVersion: "example.com/v1", kind: "Thing", spec });

describe("fields", () => {
  test("are added, removed, and tested before they are replaced, in the order of the base", () => {
    const base = { z: { one: 1, gone: true, two: "2" }, a: "x" };
    expect(ofThing(base, { a: "y", new: { deep: [] }, z: { three: 3, one: 1, two: 2 } })).toEqual([
      "remove /z/gone",
      'test /z/two "2"',
      "replace /z/two 2",
      "add /z/three 3",
      'test /a "x"',
      'replace /a "y"',
      'add /new {"deep":[]}',
    ]);
  });

  test("have any name", () => {
    const base = { m: { "": 1, "0": 1, "-": 1, "a/b": 1, "a~b": 1, "~1": 1 } };
    const wanted = { m: { "": 2, "0": 2, "-": 2, "a/b": 2, "a~b": 2, "~1": 2 } };
    const replaced = ofThing(base, wanted).filter((line) => line.startsWith("replace"));
    expect(replaced).toEqual([
      "replace /m/0 2",
      "replace /m/ 2",
      "replace /m/- 2",
      "replace /m/a~1b 2",
      "replace /m/a~0b 2",
      "replace /m/~01 2",
    ]);
  });

  test("get a value of another type, null, and what is empty", () => {
    expect(
      ofThing({ a: { b: 1 }, c: [1], d: null, e: {}, f: 1 }, { a: [1], c: {}, d: 0, e: { x: 1 }, f: null }),
    ).toEqual([
      'test /a {"b":1}',
      "replace /a [1]",
      "test /c [1]",
      "replace /c {}",
      "test /d null",
      "replace /d 0",
      "add /e/x 1",
      "test /f 1",
      "replace /f null",
    ]);
  });

  test("that are in another order are the same", () => {
    expect(ofThing({ a: { x: 1, y: [{ p: 1, q: 2 }] } }, { a: { y: [{ q: 2, p: 1 }], x: 1 } })).toEqual([]);
  });

  test("are not tested where that crashes kustomize: with null in a list", () => {
    expect(ofThing({ a: [[null]], b: { c: [null] } }, { a: "x", b: 1 })).toEqual(['replace /a "x"', "replace /b 1"]);
  });
});

describe("entries that the API knows by keys", () => {
  test("are changed where they are, and named", () => {
    const env = [
      { name: "HOST", value: "a" },
      { name: "URL", value: "$(HOST)" },
    ];
    const base = { containers: [container("wait"), container("backend", { env })] };
    const changed = [env[0]!, { name: "URL", valueFrom: { fieldRef: { fieldPath: "status.podIP" } } }];
    const wanted = { containers: [container("wait"), container("backend", { env: changed, tty: true })] };
    expect(ofPod(base, wanted)).toEqual([
      "remove …/containers/1/env/1/value # containers[backend].env[URL]",
      'add …/containers/1/env/1/valueFrom {"fieldRef":{"fieldPath":"status.podIP"}} # containers[backend].env[URL]',
      "add …/containers/1/tty true # containers[backend]",
    ]);
  });

  test("are removed by their place, which is tested, from the last to the first, and added", () => {
    expect(ofPod(names("a", "b", "c", "d"), names("new", "b", "d", "last", "more"))).toEqual([
      'test …/containers/2/name "c" # containers[c]',
      "remove …/containers/2 # containers[c]",
      'test …/containers/0/name "a" # containers[a]',
      "remove …/containers/0 # containers[a]",
      'add …/containers/0 {"name":"new","image":"new"} # containers[new]',
      'add …/containers/- {"name":"last","image":"last"} # containers[last]',
      'add …/containers/- {"name":"more","image":"more"} # containers[more]',
    ]);
  });

  test("are replaced whole where they change places, and told apart by their places where they share a key", () => {
    expect(ofPod(volumes("a", "b"), volumes("b", "a"))).toEqual([
      'test …/volumes [{"name":"a"},{"name":"b"}]',
      'replace …/volumes [{"name":"b"},{"name":"a"}]',
    ]);
    expect(ofPod(volumes("a", "a"), volumes("a"))).toEqual([
      'test …/volumes/1/name "a" # volumes[a]',
      "remove …/volumes/1 # volumes[a]",
    ]);
  });

  test("have several keys, of which some have a default", () => {
    const udp = { containerPort: 53, protocol: "UDP" };
    expect(
      ofPod(ports(udp, { containerPort: 53 }), ports(udp, { containerPort: 53, protocol: "TCP", name: "tcp" })),
    ).toEqual([
      'add …/containers/0/ports/1/protocol "TCP" # containers[dns].ports[53/TCP]',
      'add …/containers/0/ports/1/name "tcp" # containers[dns].ports[53/TCP]',
    ]);
    expect(ofPod(ports(udp, { containerPort: 53 }), ports({ containerPort: 53 }))).toEqual([
      "test …/containers/0/ports/0/containerPort 53 # containers[dns].ports[53/UDP]",
      'test …/containers/0/ports/0/protocol "UDP" # containers[dns].ports[53/UDP]',
      "remove …/containers/0/ports/0 # containers[dns].ports[53/UDP]",
    ]);
  });

  test("are those of a pod in a custom resource too", () => {
    expect(told(rollout("1"), rollout("2"))).toEqual([
      'test /spec/template/spec/containers/0/env/0/value "1" # containers[web].env[A]',
      'replace /spec/template/spec/containers/0/env/0/value "2" # containers[web].env[A]',
    ]);
  });
});

describe("entries without keys", () => {
  test("are changed by their places where the list stays as long", () => {
    const base = { rules: [{ hosts: ["a", "b"] }] };
    expect(ofThing(base, { rules: [{ hosts: ["a", "c"] }] })).toEqual([
      'test /rules/0/hosts/1 "b" # rules[0].hosts[1]',
      'replace /rules/0/hosts/1 "c" # rules[0].hosts[1]',
    ]);
  });

  test("are added and removed between what stays", () => {
    expect(ofThing({ l: ["a", "d"] }, { l: ["a", "b", "c", "d"] })).toEqual([
      'add /l/1 "b" # l[1]',
      'add /l/2 "c" # l[2]',
    ]);
    expect(ofThing({ l: ["a"] }, { l: ["a", "b"] })).toEqual(['add /l/- "b" # l[1]']);
    expect(ofThing({ l: [] }, { l: ["a"] })).toEqual(['add /l/- "a" # l[0]']);
    expect(ofThing({ l: ["a", "b", "c"] }, { l: ["c"] })).toEqual([
      'test /l/1 "b" # l[1]',
      "remove /l/1 # l[1]",
      'test /l/0 "a" # l[0]',
      "remove /l/0 # l[0]",
    ]);
    expect(ofThing({ l: ["a", "b"] }, { l: ["x", "y", "z"] })).toEqual([
      'test /l ["a","b"]',
      'replace /l ["x","y","z"]',
    ]);
  });
});

describe("the form is the whole object where a patch would spoil it", () => {
  const spoiled: [string, JsonObject][] = [
    ["an integer beyond 2^53", { deep: [{ seed: 2 ** 60 }] }],
    ["a negative one", { seed: -(2 ** 53) }],
    ["text of several lines that begins with a tab", { script: "\techo\n\techo\n" }],
    ["a key of that form", { "\ta\nb": 1 }],
  ];
  test.for(spoiled)("%s", ([, spec]) => {
    expect(changeOf(thing({ ...spec, a: 1 }), thing({ ...spec, a: 2 }))).toEqual({ form: "whole" });
    expect(changeOf(thing({ a: 1 }), thing({ ...spec, a: 1 }))).toEqual({ form: "whole" });
    expect(changeOf(thing({ ...spec, a: 1 }), thing({ a: 1 }))).toEqual({ form: "whole" });
    expect(changeOf(thing(spec), thing(spec))).toEqual({ form: "patch", operations: [] });
  });

  test("and no other", () => {
    const spec = {
      most: Number.MAX_SAFE_INTEGER,
      large: 1e300,
      longer: 2 ** 64,
      tab: "\ta",
      later: "a\n\tb\n",
      space: " \ta\n",
    };
    expect(changeOf(thing(spec), thing({ ...spec, a: 1 })).form).toBe("patch");
  });
});
