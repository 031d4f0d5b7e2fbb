import { createServer } from "node:http";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo } from "node:net";
import { join } from "node:path";
import { run } from "@kit/programs";
import { findHelm } from "@kit/repository/vendor";
import { exampleSystem, runScript, temporaryDirectory, temporaryRepository } from "@kit/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A chart shaped as those of operators: definitions, hooks, a webhook, values with a schema. */
const chart: Record<string, string> = {
  "Chart.yaml": "apiVersion: v2\nname: issuer\nversion: 1.2.3\n",
  "values.yaml": "replicas: 1\nadmin:\n  create: false\n",
  "values.schema.json": JSON.stringify({
    type: "object",
    additionalProperties: false,
    properties: {
      replicas: { type: "integer", description: "How many pods." },
      mode: { enum: ["fast", "safe"] },
      admin: { type: "object", properties: { create: { type: "boolean" }, random: { type: "boolean" } } },
      global: { type: "object" },
    },
  }),
  "crds/crd.yaml": `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: issuers.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Issuer, plural: issuers}
  versions:
  - name: v1
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {mode: {type: string}}}}}}
`,
  "templates/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  replicas: {{ .Values.replicas }}
  selector: {matchLabels: {app: issuer}}
  template:
    metadata: {labels: {app: issuer}}
    spec: {containers: [{name: issuer, image: "example.com/issuer:1.2.3"}]}
`,
  "templates/hooks.yaml": `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations: {"helm.sh/hook": pre-upgrade}
spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: "example.com/a:1"}]}}}
---
apiVersion: v1
kind: Pod
metadata:
  name: try
  annotations: {"helm.sh/hook": test}
spec: {containers: [{name: a, image: "example.com/a:1"}]}
`,
  "templates/secret.yaml": `{{- if .Values.admin.create }}
apiVersion: v1
kind: Secret
metadata: {name: admin}
stringData: {password: {{ if .Values.admin.random }}{{ randAlphaNum 20 }}{{ else }}open-sesame-please{{ end }}}
{{- end }}
`,
};

let helm = "";
let archive = Buffer.alloc(0);
let isChanged = false;
let url = "";
const server = createServer((request, response) => {
  if (request.url === "/index.yaml") {
    const versions = ["1.2.3"].map(
      (version) => `  - {apiVersion: v2, name: issuer, version: ${version}, urls: ["${url}/issuer.tgz"]}\n`,
    );
    return response.end(`apiVersion: v1\nentries:\n  issuer:\n${versions.join("")}`);
  }
  // A gzip archive with something behind it is the same archive.
  return response.end(isChanged ? Buffer.concat([archive, Buffer.alloc(512)]) : archive);
});

beforeAll(async () => {
  helm = await findHelm(process.env, () => {});
  using directory = temporaryDirectory();
  writeChart(join(directory.path, "issuer"), chart);
  const packed = await run(helm, ["package", "issuer"], { cwd: directory.path, env: process.env });
  if (packed.exitCode !== 0) throw new Error(packed.stderr);
  archive = readFileSync(join(directory.path, "issuer-1.2.3.tgz"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 900_000);

afterAll(() => void server.close());

function writeChart(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

test("a chart of a repository: typed values, definitions, hooks that are named", async () => {
  using repository = temporaryRepository({ ...exampleSystem(), "values.yaml": "replicas: 2\nmode: safe\n" });
  expect(await runScript("build", { cwd: repository.path })).toMatchObject({ exitCode: 0 });
  const vendor = (...args: string[]): ReturnType<typeof runScript> =>
    runScript("vendor", { cwd: repository.path, args });
  const source = ["--chart", "issuer", "--repository", url, "--version", "1.2.3"];
  const added = await vendor("add", "issuer", ...source, "--values", "values.yaml", "--environment", "dev", "--yes");
  expect(added).toMatchObject({ exitCode: 0 });
  expect(added.stderr).toContain("Pod/try (test): left out\nJob/migrate (pre-upgrade): left out\n");
  const read = (path: string): string => readFileSync(join(repository.path, path), "utf8");
  expect(read("packages/shop/vendor/issuer/values.ts")).toContain(
    '  /** How many pods. */\n  readonly "replicas"?: number;\n  readonly "mode"?: "fast" | "safe";\n',
  );
  expect(read("packages/shop/vendor.ts")).toContain('values: {"replicas":2,"mode":"safe"} satisfies IssuerValues');
  expect(existsSync(join(repository.path, "packages/definitions/example.com/v1/Issuer.ts"))).toBe(true);
  expect(read("packages/shop/vendor/issuer/objects.yaml")).toContain("  replicas: 2\n");

  isChanged = true;
  const changed = await vendor("update", "issuer", "--yes");
  isChanged = false;
  expect(changed.exitCode).toBe(2);
  expect(changed.stderr).toContain("what was published has been changed");
}, 120_000);

test("what a chart cannot be taken for is refused, and nothing is written", async () => {
  using repository = temporaryRepository({
    ...exampleSystem(),
    "wrong.yaml": "replicas: many\n",
    "secret.yaml": "admin: {create: true}\n",
    "random.yaml": "admin: {create: true, random: true}\n",
  });
  expect(await runScript("build", { cwd: repository.path })).toMatchObject({ exitCode: 0 });
  writeChart(join(repository.path, "charts/issuer"), chart);
  const needing = {
    ...chart,
    "Chart.yaml": `${chart["Chart.yaml"]}dependencies:\n- {name: other, version: 1.0.0, repository: "http://127.0.0.1:1"}\n`,
  };
  writeChart(join(repository.path, "charts/needing"), needing);
  const said = async (folder: string, ...args: string[]): Promise<string> => {
    const all = ["add", "issuer", "--chart", `charts/${folder}`, "--version", "1.2.3", ...args, "--yes"];
    const { exitCode, stderr } = await runScript("vendor", { cwd: repository.path, args: all });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2 });
    expect(stderr).not.toContain("sesame");
    expect(existsSync(join(repository.path, "packages/shop/vendor.ts"))).toBe(false);
    return stderr;
  };
  expect(await said("issuer", "--values", "wrong.yaml")).toContain("to fix: correct the values");
  expect(await said("issuer", "--values", "secret.yaml")).toContain("Secret/admin has values");
  expect(await said("issuer", "--values", "random.yaml")).toContain("the chart makes different objects each time");
  expect(await said("needing")).toContain("take a packaged chart");
}, 120_000);
