import { expect, test } from "vitest";
import type { Manifest, ManifestData } from "../src/manifest.ts";
import { standIns } from "../src/stand-ins.ts";

const labels = { app: "web" };
const template = { metadata: { labels }, spec: { containers: [{ name: "web", image: "web:1" }] } };

function manifest(kind: string, spec: object, apiVersion = "argoproj.io/v1alpha1", name = "web"): Manifest {
  const data: ManifestData = { apiVersion, kind, metadata: { name, namespace: "shop" }, spec };
  return { where: `${kind}.yaml`, text: "", data };
}

const standIn = (one: Manifest): object | undefined => standIns().with([one])[1]?.data;

test("a Rollout is stood for by a Deployment with its pods, bounds and number", () => {
  const rollout = manifest("Rollout", {
    replicas: 3,
    minReadySeconds: 1,
    selector: { matchLabels: labels },
    template,
    strategy: { canary: { maxSurge: 1, maxUnavailable: 0, steps: [] } },
  });
  expect(standIns().with([rollout])).toEqual([
    rollout,
    {
      where: "Rollout.yaml",
      text: expect.stringContaining('"kind":"Deployment"') as string,
      data: {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "web-rollout", namespace: "shop" },
        spec: {
          selector: { matchLabels: labels },
          replicas: 3,
          minReadySeconds: 1,
          strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
          template,
        },
      },
    },
  ]);
});

test("blue and green: all new pods before the old go", () => {
  const spec = { template, strategy: { blueGreen: { activeService: "web" } } };
  expect(standIn(manifest("Rollout", spec))).toMatchObject({
    spec: { replicas: 1, selector: { matchLabels: labels }, strategy: { rollingUpdate: { maxSurge: "100%" } } },
  });
});

test("what has claims is stood for by a StatefulSet, what is on each node by a DaemonSet", () => {
  const kruise = "apps.kruise.io/v1beta1";
  const claims = [{ metadata: { name: "data" } }];
  expect(standIn(manifest("StatefulSet", { template, volumeClaimTemplates: claims }, kruise))).toMatchObject({
    kind: "StatefulSet",
    spec: { volumeClaimTemplates: claims },
  });
  expect(standIn(manifest("DaemonSet", { template, replicas: 4 }, kruise))).toMatchObject({
    kind: "DaemonSet",
    spec: { selector: { matchLabels: labels }, template },
  });
});

test.for([
  ["Kubernetes' own", manifest("Deployment", { template }, "apps/v1")],
  ["what makes Jobs", manifest("ScaledJob", { jobTargetRef: { template } }, "keda.sh/v1alpha1")],
  ["what its controller completes", manifest("Service", { template }, "serving.knative.dev/v1")],
  ["a kind that nobody describes", manifest("Thing", { template }, "example.com/v1")],
  ["what names a Deployment instead", manifest("Rollout", { workloadRef: { kind: "Deployment", name: "web" } })],
  ["pods without labels", manifest("Rollout", { template: { spec: template.spec } })],
] as const)("%s has none", ([, one]) => {
  expect(standIns().with([one])).toEqual([one]);
});

test("a report names what they stand for", () => {
  const custom = standIns();
  const [rollout, deployment] = custom.with([manifest("Rollout", { template })]) as [Manifest, Manifest];
  const refused = { at: 1, action: "refused", manifest: deployment, message: "no" } as const;
  expect(
    custom.withoutThem([
      { at: 0, action: "created", manifest: rollout },
      { at: 0, action: "created", manifest: deployment },
      refused,
    ]),
  ).toEqual([{ at: 0, action: "created", manifest: rollout }, refused]);
  const [from, to] = ["Deployment shop/web-rollout", "Rollout shop/web"];
  const report = custom.named({
    seconds: 1,
    timeline: [{ at: 1, what: "ready", object: from }],
    unchanged: 0,
    services: [],
    configMaps: [{ configMap: "ConfigMap shop/web", keys: ["A"], rolled: [from], notRolled: ["Deployment shop/api"] }],
    expectations: [
      { about: "pods", object: to, expected: { type: "roll" }, happened: "no pods", agree: undefined },
      { about: "pods", object: from, expected: { type: "roll" }, happened: "anew", agree: true },
    ],
    findings: [{ severity: "note", code: "downtime", object: "Service shop/web", message: `${from} allows it` }],
  });
  expect(report.expectations).toEqual([
    { about: "pods", object: to, expected: { type: "roll" }, happened: "anew", agree: true },
  ]);
  expect(report.timeline).toEqual([{ at: 1, what: "ready", object: to }]);
  expect(report.configMaps[0]).toMatchObject({ rolled: [to], notRolled: ["Deployment shop/api"] });
  expect(report.findings[0]).toMatchObject({ object: "Service shop/web", message: `${to} allows it` });
  const more = manifest("Rollout", { template }, undefined, "api");
  expect(custom.notes([rollout, more])).toEqual([
    {
      severity: "note",
      code: "stand-in",
      object: to,
      where: "Rollout.yaml",
      message: "is rehearsed as a Deployment with its pods, as 1 more of its kind: its own controller is not here",
    },
  ]);
});
