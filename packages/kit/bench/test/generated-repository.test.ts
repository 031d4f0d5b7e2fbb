import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { findKustomize } from "@kit/render";
import { runScript, temporaryDirectory, temporaryRepository } from "@kit/testing";
import { readTree } from "@kit/tree";
import { expect, test } from "vitest";
import { plan } from "../src/plan.ts";
import { runMeasured, runTimed } from "../src/processes.ts";
import { readObjects, requireSameObjects } from "../src/same-objects.ts";
import { workspaceFiles } from "../src/workspace-files.ts";

const child = (name: string): string => join(import.meta.dirname, "../src/children", `${name}.ts`);

test("a plan has systems of twenty services with two environments each", () => {
  const systems = plan(1000);
  expect(systems.map(({ services }) => services.length)).toEqual(Array.from({ length: 50 }, () => 20));
  expect(new Set(systems.flatMap(({ services }) => services)).size).toBe(1000);
  expect(systems.flatMap(({ environments }) => environments)).toHaveLength(100);
  expect(plan(21)[1]).toEqual({
    name: "system-02",
    services: ["service-0021"],
    environments: ["system-02/dev", "system-02/prod"],
  });
});

test("a generated repository builds, and every environment has three objects per service", async () => {
  using repository = temporaryRepository(workspaceFiles(plan(23)));
  const { exitCode, stdout, stderr } = await runScript("build", {
    cwd: repository.path,
    env: { KUSTOMIZE: process.env["KUSTOMIZE"] },
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  // Warnings follow: these services have nothing of what production asks for.
  expect(stdout.replace(/^generated.*\nrendered by .*\n/, "").split("\n\n")[0]).toBe(
    `  system-01/dev: 60 objects
  system-01/prod: 60 objects
  system-02/dev: 9 objects
  system-02/prod: 9 objects`,
  );
  const rendered = readTree(join(repository.path, "generated/rendered"));
  expect(rendered.get("system-02/prod/10-configmap-service-0021-config.yaml")).toEqual({
    type: "file",
    text: `apiVersion: v1
data:
  CACHE_ENABLED: "true"
  ENVIRONMENT: production
  LOG_FORMAT: json
  LOG_LEVEL: INFO
  PUBLIC_URL: https://system-02.example.com
  QUEUE_URL: http://service-0021-queue:5672
  REQUEST_TIMEOUT_SECONDS: "30"
  RULES: |
    # rules of service-0021
    allow: health, ready
    limit: 100
kind: ConfigMap
metadata:
  labels:
    app: service-0021
  name: service-0021-config
  namespace: system-02-prod
`,
  });
});

test("the kit and cdk8s write the same objects", async () => {
  using output = temporaryDirectory();
  const [kit, cdk8s] = [join(output.path, "kit"), join(output.path, "cdk8s")];
  const samples = [
    await runMeasured([child("emit-kit"), "23", kit]),
    await runMeasured([child("emit-cdk8s"), "23", cdk8s]),
  ];
  for (const { ms, bytes } of samples) {
    expect(ms).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThan(1e6);
  }
  requireSameObjects(readObjects(kit), readObjects(cdk8s), 69);
  expect(readdirSync(cdk8s).toSorted()).toEqual(["system-01.k8s.yaml", "system-02.k8s.yaml"]);
});

test("the kit and plain kustomize print the same bytes", async () => {
  using repository = temporaryRepository(workspaceFiles(plan(2)));
  const env = { KUSTOMIZE: process.env["KUSTOMIZE"] };
  expect((await runScript("build", { cwd: repository.path, env })).stderr).toBe("");
  const engine = await findKustomize({ env: process.env });
  const outputs: Map<string, unknown>[] = [];
  for (const name of ["render-kit", "render-plain"]) {
    const output = join(repository.path, name);
    mkdirSync(output);
    const task = {
      directory: repository.path,
      engine,
      ids: ["system-01/dev", "system-01/prod"],
      output,
      parallelism: 2,
    };
    await runMeasured([child(name), JSON.stringify(task)]);
    outputs.push(readTree(output));
  }
  expect(outputs[0]!.size).toBe(2);
  expect(outputs[0]).toEqual(outputs[1]);
});

test("a program that is timed as it is reports the memory of its Node processes, and fails with what it said", async () => {
  using directory = temporaryDirectory({
    "outer.mjs": 'import { spawnSync } from "node:child_process"; spawnSync(process.execPath, ["inner.mjs"]);',
    "inner.mjs": "Buffer.alloc(200e6, 1);",
    "fails.mjs": 'console.error("no such thing"); process.exit(1);',
  });
  const { bytes } = await runTimed(process.execPath, ["outer.mjs"], directory.path);
  expect(bytes).toBeGreaterThan(200e6);
  await expect(runTimed(process.execPath, ["fails.mjs"], directory.path)).rejects.toThrow(
    `failure[subprocess-failed]: \`${process.execPath} fails.mjs\` failed:
no such thing
  to fix: correct what it says, then run the bench again`,
  );
});
