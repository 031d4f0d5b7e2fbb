import { json, pod, type OddFiles } from "./odd-file.ts";

const metadata = { name: "a" };
const container = { name: "a", image: "a:1" };
const many = <Value>(count: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, at) => value(at));
const all = (...objects: readonly string[]): string => objects.join("\n");

const pattern = (text: string, value: string): string =>
  all(
    json("apiextensions.k8s.io/v1", "CustomResourceDefinition", {
      metadata: { name: "as.x.com" },
      spec: {
        group: "x.com",
        scope: "Cluster",
        names: { plural: "as", kind: "A" },
        versions: [
          {
            name: "v1",
            served: true,
            storage: true,
            schema: { openAPIV3Schema: { type: "object", properties: { a: { type: "string", pattern: text } } } },
          },
        ],
      },
    }),
    json("x.com/v1", "A", { a: value }),
  );

/** Objects that are invalid, or that many checks have much to do with. */
export const objects: OddFiles = {
  ...Object.fromEntries(
    [null, true, 1, "", [], {}, "__proto__", "constructor", "a/b/c", "/", "v1/"].flatMap((value) => [
      [`apiVersion ${JSON.stringify(value)}`, json(value, "ConfigMap")],
      [`kind ${JSON.stringify(value)}`, json("v1", value)],
      [`name ${JSON.stringify(value)}`, json("v1", "ConfigMap", { metadata: { name: value } })],
      [`namespace ${JSON.stringify(value)}`, json("v1", "ConfigMap", { metadata: { name: "a", namespace: value } })],
    ]),
  ),
  ...Object.fromEntries(
    [null, true, 1, "a", [], [null], [[]], { a: null }].flatMap((value) => [
      [`metadata ${JSON.stringify(value)}`, json("v1", "ConfigMap", { metadata: value })],
      [`labels ${JSON.stringify(value)}`, json("v1", "ConfigMap", { metadata: { name: "a", labels: value } })],
      [`spec ${JSON.stringify(value)}`, pod(value)],
      [`containers ${JSON.stringify(value)}`, pod({ containers: value })],
      [`env ${JSON.stringify(value)}`, pod({ containers: [{ ...container, env: value }] })],
      [`items ${JSON.stringify(value)}`, json("v1", "List", { items: value })],
      [`data ${JSON.stringify(value)}`, json("v1", "Secret", { data: value })],
      [`status ${JSON.stringify(value)}`, json("apps/v1", "Deployment", { status: value })],
    ]),
  ),
  ...Object.fromEntries(
    ["__proto__", "constructor", "toString", "hasOwnProperty", "then"].flatMap((key) => [
      [`a field ${key}`, json("v1", "ConfigMap").replace(/\}$/, `,"${key}":{"a":"b"}}`)],
      [`a label ${key}`, `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{"${key}":"b"}}}`],
      [`data of ${key}`, `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"${key}":"b"}}`],
      [
        `a custom resource with ${key}`,
        `{"apiVersion":"y.com/v1","kind":"B","metadata":{"name":"a"},"spec":{"${key}":{"${key}":1}}}`,
      ],
    ]),
  ),
  ...Object.fromEntries(
    ["1e999999999", "9".repeat(3000), "-1", "0.0000000000000000000001", "1Ki1", "NaN", ""].map((amount) => [
      `memory ${amount.slice(0, 30)}`,
      pod({ containers: [{ ...container, resources: { limits: { memory: amount } } }] }),
    ]),
  ),
  "a Kustomization": "resources:\n  - a.yaml\n",
  "a list of a kind, with others in it": json("apps/v1", "DeploymentList", {
    items: [{ kind: "Pod", apiVersion: "v1", metadata }],
  }),
  "a list of a kind, with texts in it": json("apps/v1", "DeploymentList", { items: ["a", 1, null] }),
  "a List without items": json("v1", "List"),
  "a List of itself": "&a\napiVersion: v1\nkind: List\nitems:\n  - *a\n",
  "a List of one object 500 times": `apiVersion: v1\nkind: List\nx: &a\n  apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: a}\nitems:\n${"  - *a\n".repeat(500)}`,
  "a pattern that takes for ever": pattern("^(a+)+$", `${"a".repeat(40)}!`),
  "a pattern that takes for ever in another way": pattern("^(a|a)*b$", "a".repeat(40)),
  "a pattern that is invalid": pattern("(", "a"),
  "a pattern of 100,000 letters": pattern("a?".repeat(50_000), "a"),
  "a schedule of nothing": json("batch/v1", "CronJob", {
    spec: {
      schedule: "* ".repeat(10_000),
      jobTemplate: { spec: { template: { spec: { containers: [container], restartPolicy: "Never" } } } },
    },
  }),
  "150 Services for 150 Pods": all(
    ...many(150, (at) =>
      json("v1", "Service", { metadata: { name: `s${at}` }, spec: { selector: { app: "a" }, ports: [{ port: 80 }] } }),
    ),
    ...many(150, (at) =>
      json("v1", "Pod", { metadata: { name: `p${at}`, labels: { app: "a" } }, spec: { containers: [container] } }),
    ),
  ),
  "150 policies for 150 Pods": all(
    ...many(150, (at) =>
      json("networking.k8s.io/v1", "NetworkPolicy", {
        metadata: { name: `s${at}` },
        spec: { podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] },
      }),
    ),
    ...many(150, (at) =>
      json("v1", "Pod", { metadata: { name: `p${at}`, labels: { app: "a" } }, spec: { containers: [container] } }),
    ),
  ),
  "a selector of 1,000 expressions": json("networking.k8s.io/v1", "NetworkPolicy", {
    spec: { podSelector: { matchExpressions: many(1000, (at) => ({ key: `k${at}`, operator: "In", values: ["a"] })) } },
  }),
  "200 Roles with 100 rules": all(
    ...many(200, (at) =>
      json("rbac.authorization.k8s.io/v1", "Role", {
        metadata: { name: `r${at}` },
        rules: many(100, () => ({ apiGroups: [""], resources: ["pods"], verbs: ["get"] })),
      }),
    ),
  ),
};
