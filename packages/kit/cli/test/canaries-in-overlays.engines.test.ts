import { expect, test } from "vitest";
import { asLines, asMap, randomSecrets, exitCode, loading, nameOf, overlay, said, secrets, seed } from "./canaries.ts";
import { planted } from "./planted.ts";

test(`a patch, an image's tag, unknown fields and comments, seed ${seed}`, async () => {
  using copy = planted();
  const patch = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: backend-config }\ndata: { ${asMap} }\n`;
  const fields = secrets.map((one, at) => `${nameOf(one, at)}_x: ${JSON.stringify(one.value)}\n`).join("");
  copy.edit(overlay, "images:", `${asLines.join("\n").replaceAll(/^/gm, "# ")}\nimages:`);
  copy.edit(overlay, 'newTag: "latest"', `newTag: ${JSON.stringify(asLines.join(" "))}`);
  copy.edit(
    overlay,
    "resources:",
    `patches:\n  - patch: |-\n${patch.replaceAll(/^/gm, "      ")}\n${fields}resources:`,
  );
  const ran = await copy.run([
    ...loading,
    "check overlays/dev/kustomization.yaml",
    "images --json",
    "promote dev prod --dry-run",
  ]);
  expect(copy.traces(ran, secrets)).toEqual([]);
  expect(exitCode(ran, "build")).toBe(2);
  const found = [...said(ran, "build").matchAll(/error\[secret-leak\].*\n {2}where: {2}(\S+), line/g)];
  expect(new Set(found.map(([, file]) => file))).toEqual(new Set([overlay]));
  expect(found.length).toBeGreaterThan(secrets.length);
}, 120_000);

// One without a shape and a name goes on to kustomize.
const repeated: [from: string, to: string][] = [
  ["resources:\n", "resources:\n  - {}\n"],
  ["resources:\n", "{}: x\nresources:\n"],
  ["resources:\n", "patches: [{ patch: '{}: [' }]\nresources:\n"],
  ['newTag: "latest"', 'newTag: "{}"\n  - name: [{}]'],
];
test.each(repeated)(
  `what kustomize repeats, %j to %j, seed ${seed}`,
  async (from, to) => {
    using copy = planted();
    copy.edit(
      overlay,
      from,
      to.replaceAll("{}", () => randomSecrets[0]!.value),
    );
    const ran = await copy.run(["build", "images"]);
    expect(copy.traces(ran, randomSecrets)).toEqual([]);
    expect(exitCode(ran, "build")).toBe(2);
  },
  120_000,
);

test(`a line that is not YAML, seed ${seed}`, async () => {
  using copy = planted();
  const lines = secrets.map((one, at) => `  ${nameOf(one, at)}: {"${one.value.replaceAll("\n", " ")}": [ "\n`);
  copy.edit(overlay, "images:", `commonAnnotations:\n${lines.join("")}images:`);
  const ran = await copy.run([...loading, "images", "set-image dev shop-api=1.2.3 --dry-run"]);
  expect(copy.traces(ran, secrets)).toEqual([]);
  expect(said(ran, "build")).toMatch(/^error\[overlay-yaml\]: not YAML: /);
}, 120_000);

test(`arguments, seed ${seed}`, async () => {
  using copy = planted();
  const values = secrets.map(({ value }) => value.replaceAll(/\s/g, ""));
  const ran = await copy.run([
    `build ${values.join(" ")}`,
    `set-image dev ${values.map((value) => `shop-api=${value}`).join(" ")} --dry-run`,
    ...values.slice(0, 2).flatMap((value) => [`capacity --${value}`, `check --format ${value}`]),
  ]);
  expect(copy.traces(ran, secrets)).toEqual([]);
  expect(ran.map((one) => one.exitCode)).toEqual(ran.map(() => 2));
}, 120_000);
