import type { JsonObject } from "@kit/kube";
import { describe, expect, test } from "vitest";
import { compute, outcome } from "./computed.ts";

const deployment: JsonObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web" },
  spec: {
    replicas: 1,
    template: { spec: { containers: [{ name: "web", image: "web", env: [{ name: "A", value: "a" }] }] } },
  },
};
const spec = (fields: object): object => ({ spec: fields });
const container = (fields: object): object =>
  spec({ template: { spec: { containers: [{ name: "web", ...fields }] } } });
const own = (line: number, delta: object): object => ({ delta, line });
const of = (helper: string, line: number, delta: object): object => ({ delta, helper, line });
const [first, second] = ["packages/shop/cart/src/index.ts:1:5", "packages/shop/cart/src/index.ts:2:5"];

/** What two patches of one `configure` disagree on. */
function between(one: object, other: object): unknown {
  return outcome(deployment, own(1, one), own(2, other));
}

describe("two patches of one configure", () => {
  test("that give one field two values are refused, and both places are named", () => {
    expect(between(spec({ replicas: 2 }), spec({ replicas: 3 }))).toEqual([
      `patch-conflict: two patches set spec.replicas, to 2 and to 3 (set it in one of them only: ${first} or ${second})`,
    ]);
    expect(between(container({ args: ["a"] }), container({ args: ["b"] }))).toEqual([
      `patch-conflict: two patches set spec.template.spec.containers[web].args, to ["a"] and to ["b"] (set it in one of them only: ${first} or ${second})`,
    ]);
    expect(
      between(container({ env: [{ name: "B", value: "1" }] }), container({ env: [{ name: "B", value: "2" }] })),
    ).toEqual([
      `patch-conflict: two patches set spec.template.spec.containers[web].env[B].value, to "1" and to "2" (set it in one of them only: ${first} or ${second})`,
    ]);
  });

  test("that give it one value agree, whatever the base has", () => {
    expect(between(spec({ replicas: 2 }), spec({ replicas: 2 }))).toEqual({
      ...deployment,
      spec: { ...(deployment["spec"] as object), replicas: 2 },
    });
    expect(between(spec({ replicas: 1 }), spec({ replicas: 2 }))).toEqual([
      `patch-conflict: two patches set spec.replicas, to 1 and to 2 (set it in one of them only: ${first} or ${second})`,
    ]);
  });

  const removals: [string, object, object, string][] = [
    ["a field", spec({ replicas: null }), spec({ replicas: 2 }), "spec.replicas, the other sets it to 2"],
    ["a field, later", spec({ replicas: 2 }), spec({ replicas: null }), "spec.replicas, the other sets it to 2"],
    [
      "a map",
      container({ livenessProbe: null }),
      container({ livenessProbe: { exec: {} } }),
      'spec.template.spec.containers[web].livenessProbe, the other sets it to {"exec":{}}',
    ],
    [
      "a map, later",
      container({ livenessProbe: { exec: { command: ["a"] } } }),
      container({ livenessProbe: null }),
      'spec.template.spec.containers[web].livenessProbe, the other sets it to {"exec":{"command":["a"]}}',
    ],
    [
      "an entry",
      container({ env: [{ $remove: { name: "A" } }] }),
      container({ env: [{ name: "A", value: "b" }] }),
      'spec.template.spec.containers[web].env[A], the other sets it to {"name":"A","value":"b"}',
    ],
    [
      "an entry, later",
      container({ env: [{ name: "A", value: "b" }] }),
      container({ env: [{ $remove: { name: "A" } }] }),
      'spec.template.spec.containers[web].env[A], the other sets it to {"name":"A","value":"b"}',
    ],
    [
      "a list",
      container({ env: null }),
      container({ env: [{ name: "B" }] }),
      'spec.template.spec.containers[web].env, the other sets it to [{"name":"B"}]',
    ],
  ];
  test.for(removals)("of which one removes %s that the other sets are refused", ([, one, other, what]) => {
    expect(between(one, other)).toEqual([
      `patch-conflict: one of two patches removes ${what} (set it in one of them only: ${first} or ${second})`,
    ]);
  });

  test("may remove the same", () => {
    const removed = container({ env: [{ $remove: { name: "A" } }] });
    expect(between(removed, removed)).toEqual(outcome(deployment, removed));
    expect(between(spec({ replicas: null }), spec({ replicas: null }))).toEqual(
      outcome(deployment, spec({ replicas: null })),
    );
    expect(between({ metadata: { labels: { a: null } } }, { metadata: { labels: { b: "c" } } })).toEqual(
      outcome(deployment, { metadata: { labels: { b: "c" } } }),
    );
  });

  test("cannot both say what is in a list that one of them gives whole", () => {
    const whole = container({ env: { $whole: [{ name: "B", value: "b" }] } });
    expect(between(whole, container({ env: [{ name: "C", value: "c" }] }))).toEqual([
      `patch-conflict: one of two patches removes spec.template.spec.containers[web].env[C], the other sets it to {"name":"C","value":"c"} (set it in one of them only: ${first} or ${second})`,
    ]);
    expect(between(container({ env: [{ name: "C", value: "c" }] }), whole)).toEqual([
      `patch-conflict: two patches set spec.template.spec.containers[web].env, to [{"name":"A","value":"a"},{"name":"C","value":"c"}] and to [{"name":"B","value":"b"}] (set it in one of them only: ${first} or ${second})`,
    ]);
    expect(between(whole, container({ env: [{ name: "B", value: "b" }] }))).toEqual(outcome(deployment, whole));
  });

  test("may each add to a list, to an entry, and to a map that is new", () => {
    expect(
      between(
        container({ env: [{ name: "B", value: "b" }], securityContext: { runAsUser: 1 } }),
        container({
          env: [
            { name: "C", value: "c" },
            { name: "B", valueFrom: {} },
          ],
          securityContext: { runAsGroup: 2 },
        }),
      ),
    ).toEqual(
      outcome(
        deployment,
        container({
          env: [
            { name: "B", value: "b", valueFrom: {} },
            { name: "C", value: "c" },
          ],
          securityContext: { runAsUser: 1, runAsGroup: 2 },
        }),
      ),
    );
  });

  test("of which one changes a key find the entry by the key that it has then", () => {
    const service: JsonObject = { apiVersion: "v1", kind: "Service", spec: { ports: [{ port: 80 }] } };
    const renamed = own(1, spec({ ports: [{ $entry: { port: 80 }, port: 90 }] }));
    expect(outcome(service, renamed, own(2, spec({ ports: [{ port: 90, nodePort: 30000 }] })))).toEqual({
      ...service,
      spec: { ports: [{ port: 90, nodePort: 30000 }] },
    });
    expect(outcome(service, renamed, own(2, spec({ ports: [{ port: 80, name: "a" }] })))).toEqual([
      `patch-conflict: one of two patches removes spec.ports[80/TCP], the other sets it to {"port":80,"name":"a"} (set it in one of them only: ${first} or ${second})`,
    ]);
  });
});

describe("helpers", () => {
  test("that disagree are refused, and both are named", () => {
    expect(
      outcome(deployment, of("protectInProduction", 1, spec({ replicas: 2 })), of("scale", 2, spec({ replicas: 3 }))),
    ).toEqual([
      `patch-conflict: two helpers set spec.replicas, to 2 and to 3 (set it in one of them only: protectInProduction at ${first} or scale at ${second})`,
    ]);
  });

  test("compose: each may add to one list", () => {
    const [env, more] = [
      { name: "B", value: "b" },
      { name: "C", value: "c" },
    ];
    expect(
      outcome(deployment, of("one", 1, container({ env: [env] })), of("two", 2, container({ env: [more] }))),
    ).toEqual(outcome(deployment, container({ env: [env, more] })));
  });

  test.for(["before", "after"])("yield to what configure itself says %s them", (order) => {
    const helper = of(
      "protectInProduction",
      1,
      container({
        env: [
          { name: "A", value: "helper" },
          { name: "B", value: "b" },
        ],
        livenessProbe: { exec: {} },
      }),
    );
    const author = own(
      2,
      container({ env: [{ name: "A", value: "author" }, { $remove: { name: "B" } }], livenessProbe: null }),
    );
    const changes = order === "before" ? [author, helper] : [helper, author];
    expect(outcome(deployment, ...changes)).toEqual(
      outcome(deployment, container({ env: [{ name: "A", value: "author" }] })),
    );
  });
});

test("the object itself stays as it is", () => {
  const before = JSON.stringify(deployment);
  compute(deployment, container({ image: "other", env: [{ $remove: { name: "A" } }] }), spec({ replicas: null }));
  expect(JSON.stringify(deployment)).toBe(before);
});
