import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot, startScript } from "@kit/testing";
import { expect, test } from "vitest";
import { asLines, asMap, backend, randomSecrets, exitCode, loading, nameOf, said, secrets, seed } from "./canaries.ts";
import { planted, type Ran } from "./planted.ts";

const environment = "packages/shop/environments/src/dev.ts";
const start = "const selector";

test(`a ConfigMap and env literals, seed ${seed}`, async () => {
  using copy = planted();
  copy.edit(backend, 'labels: { app: "backend" } },\n', `labels: { app: "backend" } },\n  data: { ${asMap} },\n`);
  const variables = secrets.map((one, at) => `{ name: "${nameOf(one, at)}", value: ${JSON.stringify(one.value)} },`);
  copy.edit(backend, "env: [", `env: [${variables.join(" ")}`);
  const ran = await copy.run([...loading, "drift"]);
  expect(copy.traces(ran, secrets)).toEqual([]);
  const refused = {
    "generated/bases/shop/backend/configmap-backend-config.yaml": secrets.length,
    "generated/bases/shop/backend/deployment-backend.yaml": secrets.length,
  };
  expect([refusals(ran, "build"), refusals(ran, "drift")]).toEqual([refused, refused]);
  expect(exitCode(ran, "secrets scan")).toBe(1);
}, 120_000);

test(`values of a wrong type, seed ${seed}`, async () => {
  using copy = planted();
  const wrong = secrets.map(({ value }, at) => `export const wrong${at}: "a" | "b" = ${JSON.stringify(value)};`);
  copy.edit(backend, start, `${wrong.join("\n")}\n${start}`);
  // As this repository has it: the compiler keeps there what it said.
  copy.write("tsconfig.json", tsconfig);
  const ran = await copy.run(["build", "drift"]);
  expect(copy.traces(ran, secrets)).toEqual([]);
  expect(said(ran, "build").match(/is not assignable to type '"a" \| "b"'/g)).toHaveLength(secrets.length);
}, 120_000);

test(`messages of errors, seed ${seed}`, async () => {
  using copy = planted();
  const message = JSON.stringify(secrets.map(({ value }) => `cannot use ${value}, sorry`).join("\n"));
  copy.edit(backend, start, `void Promise.reject(new Error(${message}));\n${start}`);
  copy.edit("packages/shop/web/src/index.ts", start, `throw new Error(${message});\n${start}`);
  const ran = await copy.run([...loading.filter((command) => command !== "secrets scan"), "secrets status dev"]);
  expect(copy.traces(ran, secrets)).toEqual([]);
  const messages = ran.map(({ stderr }) => (stderr.match(/cannot use /g) ?? []).length >= secrets.length);
  expect(messages).toEqual(ran.map(() => true));
}, 120_000);

test(`a comment, seed ${seed}`, async () => {
  using copy = planted();
  copy.edit(backend, start, `/*\n${asLines.join("\n")}\n*/\n${start}`);
  const ran = await copy.run(loading);
  expect(copy.traces(ran, secrets)).toEqual([]);
  expect(exitCode(ran, "build")).toBe(0);
  const found = said(ran, "secrets scan").split("\n");
  expect(found.filter((line) => line.startsWith(backend))).toHaveLength(secrets.length);
}, 120_000);

test(`an environment's value that is refused, seed ${seed}`, async () => {
  using copy = planted();
  const joined = JSON.stringify(secrets.map(({ value }) => value).join(" "));
  copy.edit(environment, 'frontendUrl: "http://localhost:3000"', `frontendUrl: ${joined}`);
  copy.edit(environment, 'signInUrl: "http://localhost:3000"', `signInUrl: "${randomSecrets[0]!.value}"`);
  copy.edit(environment, 'apiUrl: "http://backend-service:8000"', `apiUrl: "x ${randomSecrets[1]!.value}"`);
  const ran = await copy.run([...loading, "images"]);
  expect(copy.traces(ran, secrets)).toEqual([]);
  expect(said(ran, "build").match(/error\[environment-value\]/g)).toHaveLength(3);
}, 120_000);

test(`an environment's value that reaches a ConfigMap, seed ${seed}`, async () => {
  using copy = planted();
  const queries = secrets.map((one, at) => `${nameOf(one, at)}=${one.value.replaceAll(/\s/g, "+")}`);
  const url = `http://localhost:3000/?${queries.join("&")}`;
  copy.edit(environment, 'signInUrl: "http://localhost:3000"', `signInUrl: ${JSON.stringify(url)}`);
  const ran = await copy.run(loading);
  expect(copy.traces(ran, secrets)).toEqual([]);
  expect(refusals(ran, "build")).toEqual({ "generated/environments/dev/patch-configmap-web-config.yaml": 1 });
}, 120_000);

test(`a source that tsx runs, seed ${seed}`, () => {
  using copy = planted();
  copy.edit(backend, start, `export const greeting = "${randomSecrets[0]!.value}";\n${start}`);
  const command = [startScript, "capacity", "dev"];
  const env = { ...process.env, TMPDIR: copy.temporary, KUSTOMIZE: "" };
  const printed = execFileSync(join(repositoryRoot, "node_modules/.bin/tsx"), command, { cwd: copy.path, env });
  expect(printed.toString()).toContain("backend");
  // It keeps what it makes of the kit's sources there, for anybody to read.
  expect(readdirSync(copy.temporary)).toEqual([expect.stringMatching(/^tsx-/)]);
  expect(copy.traces([], randomSecrets)).toEqual([]);
}, 120_000);

const tsconfig = JSON.stringify({
  extends: join(repositoryRoot, "tsconfig.base.json"),
  compilerOptions: { incremental: true, tsBuildInfoFile: "node_modules/.cache/tsconfig.tsbuildinfo" },
  include: ["packages/*/*/src"],
});

/** How many secrets a command refused, by file. */
function refusals(ran: readonly Ran[], command: string): Record<string, number> {
  const places = [...said(ran, command).matchAll(/error\[secret-leak\].*\n {2}where: {2}(\S+), line/g)];
  const byFile = Map.groupBy(places, ([, file]) => file!);
  return Object.fromEntries([...byFile].map(([file, found]) => [file, found.length]));
}
