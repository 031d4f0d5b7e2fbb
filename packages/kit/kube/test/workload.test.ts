import { afterEach, describe, expect, test } from "vitest";
import {
  isSelectedBy,
  listRule,
  podTemplatesOf,
  rollingTemplateOf,
  rollout,
  serviceEndpoints,
  statedReplicas,
  useWorkloadKinds,
  workloadOf,
  type Loose,
} from "../src/index.ts";

const template = { metadata: { labels: { app: "web" } }, spec: { containers: [{ name: "web", image: "web:1" }] } };
const other = { ...template, spec: { containers: [{ name: "web", image: "web:2" }] } };

function object(apiVersion: string, kind: string, spec: object): Loose {
  return { apiVersion, kind, metadata: { name: "web", namespace: "shop" }, spec };
}

test.for([
  ["apps/v1", "Deployment", { template }, 1],
  ["apps/v1", "Deployment", { template, replicas: 3 }, 3],
  ["apps/v1", "DaemonSet", { template, replicas: 3 }, undefined],
  ["batch/v1", "Job", { template }, undefined],
  ["v1", "Service", { replicas: 2 }, undefined],
  ["argoproj.io/v1alpha1", "Rollout", { template }, 1],
  ["argoproj.io/v1alpha1", "Rollout", { template, replicas: 0 }, 0],
  ["serving.knative.dev/v1", "Service", { template, replicas: 3 }, undefined],
  ["example.com/v1", "Thing", { template, replicas: 2 }, 2],
  ["example.com/v1", "Thing", { template }, undefined],
  ["example.com/v1", "Thing", { pods: template, replicas: 2 }, undefined],
] as const)("%s %s with %j asks for %s pods", ([apiVersion, kind, spec, expected]) => {
  expect(statedReplicas(object(apiVersion, kind, spec))).toBe(expected);
});

test.for([
  [{ matchLabels: { app: "web" } }, true],
  [{ matchLabels: { app: "api" } }, false],
  [{ matchExpressions: [{ key: "app", operator: "Exists" }] }, true],
  [{ app: "web" }, true],
  [{ app: "api" }, false],
  [{}, undefined],
  [undefined, undefined],
] as const)("the selector %j takes its pods: %s", ([selector, expected]) => {
  expect(isSelectedBy(object("argoproj.io/v1alpha1", "Rollout", { template, selector }), { app: "web" })).toBe(
    expected,
  );
});

describe("a rollout of a custom resource", () => {
  test.for([
    ["is of all its pods", { replicas: 2 }, { type: "roll" }],
    ["is of none where there are none", { replicas: 0 }, { type: "none" }],
    ["waits where it is paused", { replicas: 2, paused: true }, { type: "wait", for: "resume" }],
  ] as const)("%s", ([, spec, pods]) => {
    const [before, after] = [template, other].map((one) =>
      object("argoproj.io/v1alpha1", "Rollout", { ...spec, template: one }),
    ) as [Loose, Loose];
    expect(rollout(before, after)?.pods).toEqual(pods);
    expect(rollout(before, before)?.pods).toEqual({ type: "stay" });
  });

  test("scales", () => {
    const [before, after] = [2, 5].map((replicas) =>
      object("argoproj.io/v1alpha1", "Rollout", { replicas, template }),
    ) as [Loose, Loose];
    expect(rollout(before, after)).toEqual({ changes: true, pods: { type: "stay" }, scale: { from: 2, to: 5 } });
  });

  test("of one that makes Jobs is for the next", () => {
    const [before, after] = [template, other].map((one) =>
      object("keda.sh/v1alpha1", "ScaledJob", { jobTargetRef: { template: one } }),
    ) as [Loose, Loose];
    expect(rollout(before, after)?.pods).toEqual({ type: "wait", for: "new pods" });
  });
});

const shop = (spec: object): Loose => object("example.com/v1", "Shop", spec);
const declare = (): void =>
  useWorkloadKinds(
    new Map([
      ["example.com/Shop", { template: ["spec", "pods"], replicas: ["spec", "size"], rolls: true }],
      ["apps/Deployment", { template: ["spec", "pods"], rolls: false }],
      ["argoproj.io/Rollout", { template: ["spec", "template"], rolls: false }],
    ]),
  );

describe("a kind that its owner declares", () => {
  afterEach(() => useWorkloadKinds(new Map()));
  test("has its pods where they are declared, under whatever name", () => {
    expect(podTemplatesOf(shop({ pods: template }))).toEqual([]);
    declare();
    expect(podTemplatesOf(shop({ pods: template }))).toEqual([{ path: ["spec", "pods"], template }]);
    expect(rollingTemplateOf(shop({ pods: template }))).toEqual({ path: ["spec", "pods"], template });
    expect(statedReplicas(shop({ pods: template, size: 4 }))).toBe(4);
    const [before, after] = [shop({ pods: template, size: 4 }), shop({ pods: other, size: 2 })];
    expect(rollout(before, after)).toEqual({ changes: true, pods: { type: "roll" }, scale: { from: 4, to: 2 } });
  });

  test("has other templates where their names say so", () => {
    declare();
    const found = podTemplatesOf(shop({ pods: template, backup: { podTemplate: other } }));
    expect(found.map(({ path }) => path.join("."))).toEqual(["spec.pods", "spec.backup.podTemplate"]);
  });

  test("merges the lists of its pods as a Pod's are", () => {
    const at = ["spec", "pods", "spec", "containers"];
    expect(listRule("example.com/v1", "Shop", at)).toEqual({ type: "whole", isKnown: false });
    declare();
    expect(listRule("example.com/v1", "Shop", at)).toMatchObject({ type: "map", keys: ["name"] });
    expect(listRule("example.com/v1", "Shop", [...at, 0, "env"])).toMatchObject({ type: "map", keys: ["name"] });
  });

  test("answers for a Service, but with no pods", () => {
    declare();
    const service = {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "web", namespace: "shop" },
      spec: { selector: { app: "web" }, ports: [{ port: 80 }] },
    };
    const targets = (size: number): unknown =>
      serviceEndpoints([service, shop({ pods: template, size })])[0]!.ports[0]!.targets;
    expect(targets(1)).toEqual([{ by: "Shop web", port: 80 }]);
    expect(targets(0)).toEqual([]);
  });

  test("holds before what is known of it, but not before Kubernetes' own", () => {
    declare();
    expect(workloadOf(object("argoproj.io/v1alpha1", "Rollout", { template }))?.rolls).toBe(false);
    expect(workloadOf(object("apps/v1", "Deployment", { template }))?.rolls).toBe(true);
  });
});
