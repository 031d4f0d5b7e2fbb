import { expect, test } from "vitest";
import { compare } from "./edits.ts";

function deployment(name: string, more: string): string {
  const container = `{name: c, image: "c:1.0", ${more}}`;
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: [${container}]}}}
---
`;
}

const world = `${deployment("web", 'env: [{name: URL, value: "http://api:80"}]')}${deployment(
  "job",
  "envFrom: [{configMapRef: {name: job}}]",
)}${deployment("api", "ports: [{name: http, containerPort: 8080}]")}apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec: {selector: {app: api}, ports: [{port: 80, targetPort: http}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: job, namespace: shop}
data: {API_HOST: api}
---
`;

function policy(spec: string, name = "api"): string {
  return `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: shop}\nspec: ${spec}\n---\n`;
}

const from = (...apps: readonly string[]): string =>
  policy(
    `{podSelector: {matchLabels: {app: api}}, ingress: [{from: [${apps.map((app) => `{podSelector: {matchLabels: {app: ${app}}}}`).join(", ")}]}]}`,
  );

/** What the rules say of policies. */
function said(before: string, after: string): string[] {
  const changes = compare(world + before, world + after).environments[0]!.changes;
  return changes.flatMap(({ findings }) =>
    findings.map(({ class: worst, risk, reason }) => `${worst} ${risk}: ${reason}`),
  );
}

test("callers that are cut off are named", () => {
  expect(said(from("web", "job"), from("web"))).toMatchSnapshot("one is left out");
  expect(said("", from("web"))).toMatchSnapshot("a policy comes");
  expect(said("", policy("{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress]}"))).toMatchSnapshot(
    "by its own egress",
  );
});

test("a policy that takes nothing away, or that another one makes up for", () => {
  expect(said("", policy("{podSelector: {}, ingress: [{}]}", "all"))).toMatchSnapshot("everything is allowed");
  expect(
    said(
      from("web", "job") + policy("{podSelector: {}, ingress: [{}]}", "all"),
      policy("{podSelector: {}, ingress: [{}]}", "all"),
    ),
  ).toMatchSnapshot("another allows all");
  expect(
    said(from("web", "job") + policy("{podSelector: {}}", "none"), policy("{podSelector: {}}", "none")),
  ).toMatchSnapshot("one that allowed goes");
});
