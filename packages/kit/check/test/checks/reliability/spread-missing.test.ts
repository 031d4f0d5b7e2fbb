import { expect, test } from "vitest";
import { spreadMissing } from "../../../src/checks/reliability/spread-missing.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const web = (pod: object = {}, replicas = 2): object => workload({ spec: { replicas }, pod });
const constraint = (labelSelector?: object): object => ({
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "ScheduleAnyway", labelSelector },
  ],
});
const own = { matchLabels: { app: "web" } };
const other = { matchLabels: { app: "api" } };
const avoiding = (labelSelector: object, rest: object = {}): object => {
  const term = { topologyKey: "kubernetes.io/hostname", labelSelector, ...rest };
  return { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } };
};
const preferring = (labelSelector: object): object => {
  const podAffinityTerm = { topologyKey: "topology.kubernetes.io/zone", labelSelector };
  const preferred = [{ weight: 1, podAffinityTerm }];
  return { affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: preferred } } };
};

test("nothing to find", () => {
  expect(judge(spreadMissing, documents(web({}, 1)))).toEqual([]);
  expect(judge(spreadMissing, documents(web(constraint(own))))).toEqual([]);
  expect(judge(spreadMissing, documents(web(avoiding(own))))).toEqual([]);
  expect(judge(spreadMissing, documents(web(preferring(own))))).toEqual([]);
  expect(judge(spreadMissing, documents(web(avoiding(own, { namespaces: ["shop"] }))))).toEqual([]);
  expect(judge(spreadMissing, documents(workload({ kind: "DaemonSet" })))).toEqual([]);
});

test("nothing", () => {
  expect(judge(spreadMissing, documents(web()))).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.topologySpreadConstraints: nothing spreads the 2 pods over nodes: one node may have them all; add a topology spread constraint on kubernetes.io/hostname (\`spreadOverNodes\` of typed-manifests)",
    ]
  `);
});

test("others only", () => {
  expect(
    judge(
      spreadMissing,
      documents(web(constraint(other)), web(constraint()), web(avoiding(other)), web(preferring(other))),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.topologySpreadConstraints: nothing spreads the 2 pods over nodes: one node may have them all; add a topology spread constraint on kubernetes.io/hostname (\`spreadOverNodes\` of typed-manifests)",
      "warning Deployment shop/web spec.template.spec.topologySpreadConstraints: nothing spreads the 2 pods over nodes: one node may have them all; add a topology spread constraint on kubernetes.io/hostname (\`spreadOverNodes\` of typed-manifests)",
      "warning Deployment shop/web spec.template.spec.topologySpreadConstraints: nothing spreads the 2 pods over nodes: one node may have them all; add a topology spread constraint on kubernetes.io/hostname (\`spreadOverNodes\` of typed-manifests)",
      "warning Deployment shop/web spec.template.spec.topologySpreadConstraints: nothing spreads the 2 pods over nodes: one node may have them all; add a topology spread constraint on kubernetes.io/hostname (\`spreadOverNodes\` of typed-manifests)",
    ]
  `);
});

test("those of another namespace, or with another value", () => {
  expect(
    judge(
      spreadMissing,
      documents(web(avoiding(own, { namespaces: ["api"] })), web(avoiding(own, { mismatchLabelKeys: ["app"] }))),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.topologySpreadConstraints: nothing spreads the 2 pods over nodes: one node may have them all; add a topology spread constraint on kubernetes.io/hostname (\`spreadOverNodes\` of typed-manifests)",
      "warning Deployment shop/web spec.template.spec.topologySpreadConstraints: nothing spreads the 2 pods over nodes: one node may have them all; add a topology spread constraint on kubernetes.io/hostname (\`spreadOverNodes\` of typed-manifests)",
    ]
  `);
});

test("as many as something scales it to is a note", () => {
  expect(judge(spreadMissing, documents(workload()))).toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.topologySpreadConstraints: nothing spreads the pods that something scales it to over nodes: one node may have them all; add a topology spread constraint on kubernetes.io/hostname (\`spreadOverNodes\` of typed-manifests)",
    ]
  `);
});
