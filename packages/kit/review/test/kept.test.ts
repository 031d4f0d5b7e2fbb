import { expect, test } from "vitest";
import { compare } from "./edits.ts";

function deployment(pod: string, more = ""): string {
  const template = `{metadata: {labels: {app: a}}, spec: ${pod}}`;
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec: {selector: {matchLabels: {app: a}}, template: ${template}${more}}
`;
}

/** What is said of two states of an object: its class, its effects, and of each field why both are one. */
function said(before: string, after: string): unknown {
  const [change] = compare(before, after).environments[0]!.changes;
  const fields = change?.fields.map(
    ({ op, path, equal }) => `${op} ${path}${equal === undefined ? "" : ` (${equal})`}`,
  );
  return change && { class: change.class, effects: change.effects, fields };
}

const containers = (more: string): string => `{containers: [{name: c, image: "c:1.0"${more}}]}`;
const resources = (amount: string): string => deployment(containers(`, resources: {limits: {memory: ${amount}}}`));
const variable = (amount: string): string => deployment(containers(`, env: [{name: A, value: ${amount}}]`));
const service = (more: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80}]${more}}`;
const secret = (data: string): string => `apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n${data}`;

test("defaults that are written out or dropped restart nothing", () => {
  const written = containers(
    ", imagePullPolicy: IfNotPresent, env: [], stdin: false, ports: [{containerPort: 80, protocol: TCP}]",
  );
  const bare = containers(", ports: [{containerPort: 80}]");
  expect(said(deployment(written), deployment(bare))).toMatchInlineSnapshot(`
    {
      "class": "routine",
      "effects": [
        "restarts nothing",
      ],
      "fields": [
        "removed spec.template.spec.containers[name=c].imagePullPolicy (the default)",
        "removed spec.template.spec.containers[name=c].env (not set)",
        "removed spec.template.spec.containers[name=c].stdin (not set)",
        "removed spec.template.spec.containers[name=c].ports[containerPort=80].protocol (the default)",
      ],
    }
  `);
  expect(said(deployment(bare), deployment(written, ", replicas: 1, strategy: {type: RollingUpdate}")))
    .toMatchInlineSnapshot(`
    {
      "class": "routine",
      "effects": [
        "restarts nothing",
      ],
      "fields": [
        "added spec.template.spec.containers[name=c].ports[containerPort=80].protocol (the default)",
        "added spec.template.spec.containers[name=c].imagePullPolicy (the default)",
        "added spec.template.spec.containers[name=c].env (not set)",
        "added spec.template.spec.containers[name=c].stdin (not set)",
        "added spec.replicas (the default)",
        "added spec.strategy (the default)",
      ],
    }
  `);
});

test("what is written as the zero of its type is a change where nothing means something else", () => {
  const bare = deployment(containers(""));
  expect(said(bare, deployment(containers(", securityContext: {privileged: false}")))).toMatchInlineSnapshot(`
    {
      "class": "routine",
      "effects": [
        "rolls 1 pod of a",
      ],
      "fields": [
        "added spec.template.spec.containers[name=c].securityContext",
      ],
    }
  `);
  expect(said(bare, deployment(containers(", securityContext: {}")))).toMatchInlineSnapshot(`
    {
      "class": "routine",
      "effects": [
        "rolls 1 pod of a",
      ],
      "fields": [
        "added spec.template.spec.containers[name=c].securityContext",
      ],
    }
  `);
});

test("an amount in another form is a change in a text, and none in resources", () => {
  expect(said(resources("512Mi"), resources("0.5Gi"))).toMatchInlineSnapshot(`
    {
      "class": "routine",
      "effects": [
        "restarts nothing",
      ],
      "fields": [
        "changed spec.template.spec.containers[name=c].resources.limits.memory (the same amount)",
      ],
    }
  `);
  expect(said(variable("512Mi"), variable("0.5Gi"))).toMatchInlineSnapshot(`
    {
      "class": "routine",
      "effects": [
        "rolls 1 pod of a",
      ],
      "fields": [
        "changed spec.template.spec.containers[name=c].env[name=A].value",
      ],
    }
  `);
});

test("a service account that is not written any more stays", () => {
  const pod = '{serviceAccountName: a, containers: [{name: c, image: "c:1.0"}]}';
  expect(said(deployment(pod), deployment(containers("")))).toMatchInlineSnapshot(`
    {
      "class": "routine",
      "effects": [
        "restarts nothing",
      ],
      "fields": [
        "removed spec.template.spec.serviceAccountName (stays as it is)",
      ],
    }
  `);
});

test("a Service stays headless", () => {
  expect(said(service(", clusterIP: None"), service(""))).toMatchInlineSnapshot(`
    {
      "class": "routine",
      "effects": [
        "restarts nothing",
      ],
      "fields": [
        "removed spec.clusterIP (stays as it is)",
      ],
    }
  `);
  expect(said(service(""), service(", clusterIP: None"))).toMatchInlineSnapshot(`
    {
      "class": "breaks",
      "effects": [
        "restarts nothing",
      ],
      "fields": [
        "added spec.clusterIP",
      ],
    }
  `);
  expect(said(service(", clusterIP: None"), service(", type: NodePort"))).toMatchInlineSnapshot(`
    {
      "class": "breaks",
      "effects": [
        "restarts nothing",
      ],
      "fields": [
        "removed spec.clusterIP",
        "added spec.type",
      ],
    }
  `);
});

test("what a Secret's text holds is compared where it is written", () => {
  expect(said(secret("stringData: {a: b}"), secret("stringData: {a: c}"))).toMatchInlineSnapshot(`
    {
      "class": "unclassified",
      "effects": [
        "restarts nothing",
      ],
      "fields": [
        "changed stringData.a",
      ],
    }
  `);
  expect(said(secret("type: Opaque"), secret(""))).toMatchInlineSnapshot(`
    {
      "class": "routine",
      "effects": [
        "restarts nothing",
      ],
      "fields": [
        "removed type (the default)",
      ],
    }
  `);
});

const job = (more: string): string =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: "c:1"}]}}${more}}`;

test("a Job that would be filled in differently is refused", () => {
  expect(compare(job(", parallelism: 2"), job("")).environments[0]!.changes.map(({ findings }) => findings))
    .toMatchInlineSnapshot(`
      [
        [
          {
            "class": "breaks",
            "consequence": "must be deleted and recreated",
            "paths": [],
            "reason": "spec.completions cannot be changed in place, and what the API server fills in is not what it keeps",
            "risk": "immutable-field",
          },
        ],
      ]
    `);
});
