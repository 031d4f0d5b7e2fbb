import { expect, test } from "vitest";
import { compare } from "./edits.ts";

function deployment(name: string, labels: string, ports: string, replicas = 2): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {name: ${name}}}
  template:
    metadata: {labels: {name: ${name}, ${labels}}}
    spec: {containers: [{name: c, image: "c:1.0", ports: ${ports}}]}
---
`;
}

function service(selector: string, target: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: ${selector}, ports: [{port: 80, targetPort: ${target}}]}\n---\n`;
}

const http = "[{name: http, containerPort: 8080}]";
const web = deployment("web", "app: web", http);
const named = service("{app: web}", "http");

/** What the rules say, each with its class. */
function said(before: string, after: string): string[] {
  const changes = compare(before, after).environments[0]!.changes;
  return changes.flatMap(({ findings }) =>
    findings.map(({ class: worst, risk, reason }) => `${worst} ${risk}: ${reason}`),
  );
}

test("a container port that a Service names is gone", () => {
  expect(
    said(web + named, deployment("web", "app: web", "[{name: web, containerPort: 8080}]") + named),
  ).toMatchSnapshot("named");
  const numbered = service("{app: web}", "8080");
  expect(said(web + numbered, deployment("web", "app: web", "[]") + numbered)).toMatchSnapshot("by its number");
});

test("a selector that takes none, others, or the same", () => {
  expect(said(web + named, web + service("{app: api}", "http"))).toMatchSnapshot("none");
  const api = deployment("api", "app: api", http);
  expect(said(web + api + named, web + api + service("{app: api}", "http"))).toMatchSnapshot("others");
  expect(said(web + named, web + service("{app: web, name: web}", "8080"))).toMatchSnapshot("the same");
});

test("a workload that goes, is scaled to nothing, or joins", () => {
  expect(said(web + named, named)).toMatchSnapshot("goes");
  expect(said(web + named, deployment("web", "app: web", http, 0) + named)).toMatchSnapshot("nothing");
  expect(said(web + named, web + named + deployment("new", "app: web", http))).toMatchSnapshot("joins");
});
