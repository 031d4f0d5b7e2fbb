import { existsSync, globSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exampleService, exampleSystem, runScript, temporaryRepository } from "@kit/testing";
import { expect, test } from "vitest";

const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "backups.example.com" },
  spec: {
    group: "example.com",
    scope: "Namespaced",
    names: { kind: "Backup", plural: "backups" },
    versions: [
      { name: "v1", served: true, storage: true, schema: { openAPIV3Schema: schemaWith(["Full", "Changed"]) } },
    ],
  },
};

function schemaWith(modes: readonly string[]): object {
  const targets = {
    type: "array",
    items: { type: "object", required: ["name"], properties: { name: { type: "string" }, size: { type: "integer" } } },
    "x-kubernetes-list-type": "map",
    "x-kubernetes-list-map-keys": ["name"],
  };
  const spec = { type: "object", properties: { mode: { type: "string", enum: modes }, targets } };
  return { type: "object", properties: { spec } };
}

function narrowed(): string {
  return JSON.stringify(definition).replace('["Full","Changed"]', '["Full"]');
}

test("a definition gives authors types, patches the keys of lists, and checks a schema", async () => {
  using repository = temporaryRepository({
    ...exampleSystem(),
    "crds.json": JSON.stringify(definition),
    "newer.json": narrowed(),
    "packages/shop/cart/src/index.ts": service,
  });
  const crds = (...args: string[]): ReturnType<typeof runScript> => runScript("crds", { cwd: repository.path, args });

  expect(await crds("add", "crds.json")).toEqual({
    exitCode: 0,
    stdout: [
      "  packages/",
      "    definitions/",
      "      example.com/",
      "+       Backup.json",
      "        v1/",
      "+         Backup.ts",
      "+     index.json",
      "+     package.json",
      "",
    ].join("\n"),
    stderr: `a package that imports them needs the dependency "definitions": "workspace:*"; for one, run
  pnpm --filter @shop/cart add 'definitions@workspace:*'
`,
  });
  symlinkSync("../packages/definitions", join(repository.path, "node_modules/definitions"));
  expect(await crds("list")).toMatchObject({ stdout: "example.com Backup v1\n" });
  expect(await crds("add", "crds.json")).toMatchObject({ stdout: "packages/definitions is up to date\n" });

  const build = await runScript("build", { cwd: repository.path });
  const checked = build.stdout + build.stderr;
  expect(checked).toContain("unknown-field");
  expect(checked).toContain('there is no field "tagrets"');
  const [file] = globSync("generated/rendered/dev/*typed*.yaml", { cwd: repository.path });
  const rendered = readFileSync(join(repository.path, file!), "utf8");
  expect(rendered).toContain("  targets:\n  - name: one\n    size: 2\n  - name: two\n");

  const outdated = await crds("outdated", "newer.json");
  expect(outdated).toEqual({
    exitCode: 1,
    stderr: "",
    stdout: [
      "example.com Backup:",
      '  breaks  v1: spec.mode may not be "Changed" any more',
      "generated/rendered/dev/50-backup-typed.yaml: Backup dev/typed would be refused",
      '  spec.mode: "Changed" is not one of the values "Full"',
      "generated/rendered/prod/50-backup-typed.yaml: Backup prod/typed would be refused",
      '  spec.mode: "Changed" is not one of the values "Full"',
      "",
    ].join("\n"),
  });

  expect(await crds("remove", "Backup")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `error[package-used]: Backup of example.com is imported here
  where:  packages/shop/cart/src/index.ts
  to fix: take the import out, or write the object as untyped({ apiVersion: "example.com/…", kind: "Backup", … }), then remove Backup
`,
  });
  writeFileSync(join(repository.path, "packages/shop/cart/src/index.ts"), exampleService("cart"));
  expect(await crds("remove", "Backup")).toMatchObject({ exitCode: 0 });
  expect(existsSync(join(repository.path, "packages/definitions"))).toBe(false);
});

test("a bundle that unfolds into too much is refused at once", async () => {
  using repository = temporaryRepository({ ...exampleSystem(), "bomb.yaml": bomb() });
  const result = await runScript("crds", { cwd: repository.path, args: ["add", "bomb.yaml"] });
  expect(result.exitCode).toBe(2);
  expect(result.stderr).toContain("error[definition-invalid]");
  expect(existsSync(join(repository.path, "packages/definitions"))).toBe(false);
});

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const alias = level === 0 ? "x" : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array.from({ length: 10 }, () => alias).join(", ")}]\n`;
  });
  return levels.join("");
}

test("standard input may have several MB, and not without end", async () => {
  using repository = temporaryRepository(exampleSystem());
  const crds = (input: string): ReturnType<typeof runScript> =>
    runScript("crds", { cwd: repository.path, args: ["add", "-"], input });
  const comment = `# ${"x".repeat(78)}\n`;
  const large = await crds(`${comment.repeat((4 * 2 ** 20) / 80)}${JSON.stringify(definition)}\n`);
  expect(large).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("Backup.json") as string });
  expect(await crds(comment.repeat((33 * 2 ** 20) / 80))).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `error[file-too-large]: more than 32 MB come from stdin, and that is the most that is read
  where:  stdin
  to fix: give fewer objects at once: those of one project, say
`,
  });
});

test("what is refused is said, and nothing is written", async () => {
  using repository = temporaryRepository({ ...exampleSystem() });
  writeFileSync(join(repository.path, "crds.yaml"), `${JSON.stringify(definition)}\n---\n- not: [closed\n`);
  const result = await runScript("crds", { cwd: repository.path, args: ["add", "crds.yaml"] });
  expect(result.exitCode).toBe(2);
  expect(result.stderr).toContain("error[definition-invalid]");
  expect(existsSync(join(repository.path, "packages/definitions"))).toBe(false);
});

const objects = `const backup = new Backup({ metadata: { name: "typed" }, spec: { mode: "Changed", targets: [{ name: "one" }, { name: "two" }] } });
// @ts-expect-error: no such value
new Backup({ metadata: { name: "a" }, spec: { mode: "None" } });
const other = untyped({ apiVersion: "example.com/v1", kind: "Backup", metadata: { name: "other" }, spec: { tagrets: [] } });
`;

const service = exampleService("cart")
  .replace(
    "import {",
    'import { Backup } from "definitions/example.com/v1/Backup";\nimport { untyped } from "typed-manifests";\nimport {',
  )
  .replace("export default", `${objects}\nexport default`)
  .replace("resources: [", "resources: [backup, other, ")
  .replace("=> [", '=> [patch(backup, { spec: { targets: [{ name: "one", size: 2 }] } }), ');
