import { configMap, json, pod, times, type OddFiles } from "./odd-file.ts";

const nested = (depth: number, open: string, close: string, inner = ""): string =>
  open.repeat(depth) + inner + close.repeat(depth);

const schema = (depth: number): string =>
  nested(depth, '{"type":"object","properties":{"a":', "}}", '{"type":"string"}');

const definition = (openAPIV3Schema: string): string =>
  `{"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"as.x.com"},"spec":{"group":"x.com","scope":"Cluster","names":{"plural":"as","kind":"A"},"versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":${openAPIV3Schema}}}]}}`;

const open = '{"type":"object","x-kubernetes-preserve-unknown-fields":true}';

const list = (depth: number): string =>
  nested(depth, '{"apiVersion":"v1","kind":"List","items":[', "]}", json("v1", "ConfigMap"));

/** What is nested. */
export const depth: OddFiles = {
  ...Object.fromEntries(
    [90, 990, 1010, 20_000, 500_000].flatMap((count) => [
      [`${count} lists`, `${configMap}data: ${nested(count, "[", "]")}\n`],
      [`${count} maps`, `${configMap}data: ${nested(count, "{a: ", "}")}\n`],
      [`${count} brackets that stay open`, `${configMap}data: ${"[".repeat(count)}\n`],
      [`${count} braces that stay open`, `${configMap}data: ${"{".repeat(count)}\n`],
      [`${count} brackets that only close`, `${configMap}data: ${"]".repeat(count)}\n`],
      [`${count} dashes in a line`, `${configMap}data: \n${"- ".repeat(count)}x\n`],
      [`${count} question marks in a line`, `${configMap}data:\n  ${"? ".repeat(count)}x\n`],
      [`${count} lists of JSON`, `{"apiVersion":"v1","kind":"ConfigMap","data":${nested(count, "[", "]")}}`],
      [`${count} maps of JSON`, `{"apiVersion":"v1","kind":"ConfigMap","data":${nested(count, '{"a":', "}", "1")}}`],
    ]),
  ),
  ...Object.fromEntries(
    [90, 990, 2000].map((count) => [
      `${count} maps in lines`,
      `${configMap}data:\n${times(count, (at) => `${" ".repeat(at + 2)}a:`, "\n")}\n`,
    ]),
  ),
  ...Object.fromEntries([50, 400, 2000].map((count) => [`${count} Lists in Lists`, list(count)])),
  ...Object.fromEntries([50, 200, 2000].map((count) => [`a schema of ${count} levels`, definition(schema(count))])),
  "a custom resource of 900 levels": `${definition(open)}\n${nested(900, '{"apiVersion":"x.com/v1","kind":"A","metadata":{"name":"a"},"spec":', "}", "1").replaceAll('"apiVersion":"x.com/v1","kind":"A","metadata":{"name":"a"},', (text, at) => (at === 1 ? text : ""))}`,
  "a custom resource without a definition, of 900 levels": `{"apiVersion":"y.com/v1","kind":"B","metadata":{"name":"a"},"spec":${nested(900, '{"a":', "}", "1")}}`,
  "JSON of 5,000 levels in an annotation": json("v1", "ConfigMap", {
    metadata: {
      name: "a",
      annotations: { "kubectl.kubernetes.io/last-applied-configuration": nested(5000, '{"a":', "}", "1") },
    },
  }),
  "JSON of 100,000 levels in a ConfigMap": json("v1", "ConfigMap", { data: { "a.json": nested(100_000, "[", "]") } }),
  "base64 in base64": json("v1", "ConfigMap", {
    data: {
      a: times(20, () => "x")
        .split("")
        .reduce((text) => Buffer.from(text).toString("base64"), "password=Hunter2Hunter2"),
    },
  }),
  "300 containers": pod({ containers: Array.from({ length: 300 }, (_, at) => ({ name: `c${at}`, image: "a:1" })) }),
  "3,000 variables": pod({
    containers: [
      {
        name: "a",
        image: "a:1",
        env: Array.from({ length: 3_000 }, (_, at) => ({ name: `A${at}`, value: `$(A${at - 1})` })),
      },
    ],
  }),
  "1,000 ports": pod({
    containers: [
      {
        name: "a",
        image: "a:1",
        ports: Array.from({ length: 1000 }, (_, at) => ({ containerPort: at + 1, name: `p${at}` })),
      },
    ],
  }),
};
