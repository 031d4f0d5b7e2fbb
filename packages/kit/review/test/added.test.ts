import { expect, test } from "vitest";
import { compare } from "./edits.ts";

const web = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: "c:1.0"}]}}
---
`;

/** What the rules say of an object that comes to a Deployment. */
function said(added: string, before = ""): string[] {
  const changes = compare(web + before, web + added).environments[0]!.changes;
  return changes.flatMap(({ findings }) =>
    findings.map(({ class: worst, risk, reason, consequence }) => `${worst} ${risk}: ${reason} → ${consequence}`),
  );
}

const object = (apiVersion: string, kind: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: new}\nspec: ${spec}\n`;
const budget = (spec: string): string =>
  object("policy/v1", "PodDisruptionBudget", `{selector: {matchLabels: {app: web}}, ${spec}}`);
const ingress = (name: string, path: string): string =>
  object(
    "networking.k8s.io/v1",
    "Ingress",
    `{rules: [{host: a.example.com, http: {paths: [{path: ${path}, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}`,
  ).replace("new", name);
const service = (spec: string): string => object("v1", "Service", `{ports: [{port: 80}], ${spec}}`);
const target = (name: string): string =>
  `{maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}}`;
const quota = (pods: number): string => object("v1", "ResourceQuota", `{hard: {pods: ${pods}}}`);

test("an autoscaler over a number of replicas", () => {
  expect(said(object("autoscaling/v2", "HorizontalPodAutoscaler", target("web")))).toMatchSnapshot(
    "of a workload here",
  );
  expect(said(object("autoscaling/v2", "HorizontalPodAutoscaler", target("other")))).toMatchSnapshot("of another");
});

test("a quota, and one that falls or rises", () => {
  expect(said(quota(5))).toMatchSnapshot("new");
  expect(said(quota(3), quota(5))).toMatchSnapshot("falls");
  expect(said(quota(5), quota(3))).toMatchSnapshot("rises");
});

test.each(["minAvailable: 2", "minAvailable: 1", "maxUnavailable: 0", "maxUnavailable: 1", 'minAvailable: "100%"'])(
  "a budget with %s",
  (spec) => expect(said(budget(spec))).toMatchSnapshot(),
);

test("a second Ingress of a host", () => {
  const own = `${ingress("own", "/")}---\n`;
  expect(said(own + ingress("new", "/"), own)).toMatchSnapshot("with its path");
  expect(said(own + ingress("new", "/api"), own)).toMatchSnapshot("with another path");
});

test("a Service that is open to more", () => {
  const balanced = (ranges: string): string => service(`type: LoadBalancer${ranges}`);
  expect(said(service("externalIPs: [192.0.2.1]"), service("type: ClusterIP"))).toMatchSnapshot(
    "by addresses of nodes",
  );
  expect(said(balanced(""), balanced(", loadBalancerSourceRanges: [10.0.0.0/8]"))).toMatchSnapshot("to everybody");
  expect(said(balanced(", loadBalancerSourceRanges: [10.0.0.0/8]"), balanced(""))).toMatchSnapshot("to fewer");
});
