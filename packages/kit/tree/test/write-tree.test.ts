import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure, UserError } from "@kit/errors";
import { ownIdentity } from "@kit/programs";
import { temporaryDirectory } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { readTree, writeTree } from "../src/index.ts";

const files = new Map([
  ["bases/backend/kustomization.yaml", "kind: Kustomization\n"],
  ["rendered/dev/00-namespace-dev.yaml", "kind: Namespace\n"],
]);

/** What stands in a directory, as text by path. */
function contents(directory: string): Record<string, string> {
  const entries = [...readTree(directory)];
  return Object.fromEntries(
    entries.map(([path, entry]) => [path, entry.type === "file" ? entry.text : `<${entry.type}>`]),
  );
}

describe("writeTree", () => {
  test("makes the directory hold exactly the files", () => {
    using directory = temporaryDirectory({
      "generated/bases/backend/kustomization.yaml": "kind: Old\n",
      "generated/bases/gone/kustomization.yaml": "kind: Kustomization\n",
      "generated/stray.txt": "stray",
      "outside.txt": "outside",
    });
    const result = writeTree(join(directory.path, "generated"), files);
    expect(result).toEqual({ written: 2, removed: 2, unchanged: 0 });
    expect(contents(directory.path)).toEqual({
      "generated/bases/backend/kustomization.yaml": "kind: Kustomization\n",
      "generated/rendered/dev/00-namespace-dev.yaml": "kind: Namespace\n",
      "outside.txt": "outside",
    });
  });

  test("does not touch a file that is right already", () => {
    using directory = temporaryDirectory();
    const generated = join(directory.path, "generated");
    writeTree(generated, files);
    const file = join(generated, "bases/backend/kustomization.yaml");
    utimesSync(file, 1, 1);
    expect(writeTree(generated, files)).toEqual({ written: 0, removed: 0, unchanged: 2 });
    expect(statSync(file).mtimeMs).toBe(1000);
  });

  test("keeps what is none of its business", () => {
    using directory = temporaryDirectory({
      "generated/rendered/prod/a.yaml": "a",
      "generated/rendered/old/a.yaml": "a",
    });
    writeTree(join(directory.path, "generated"), files, (path) => path.startsWith("rendered/prod/"));
    expect(Object.keys(contents(join(directory.path, "generated")))).toEqual([
      "bases/backend/kustomization.yaml",
      "rendered/dev/00-namespace-dev.yaml",
      "rendered/prod/a.yaml",
    ]);
  });

  test("removes links and never follows them", () => {
    using directory = temporaryDirectory({ "outside/kustomization.yaml": "outside\n", "secret.txt": "secret\n" });
    const generated = join(directory.path, "generated");
    mkdirSync(join(generated, "bases"), { recursive: true });
    mkdirSync(join(generated, "rendered/dev"), { recursive: true });
    symlinkSync(join(directory.path, "outside"), join(generated, "bases/backend"));
    symlinkSync(join(directory.path, "secret.txt"), join(generated, "rendered/dev/00-namespace-dev.yaml"));
    symlinkSync(join(directory.path, "nowhere"), join(generated, "broken"));
    writeTree(generated, files);
    expect(contents(directory.path)).toEqual({
      "generated/bases/backend/kustomization.yaml": "kind: Kustomization\n",
      "generated/rendered/dev/00-namespace-dev.yaml": "kind: Namespace\n",
      "outside/kustomization.yaml": "outside\n",
      "secret.txt": "secret\n",
    });
  });

  test("makes room where a file stands for a directory and a directory for a file", () => {
    using directory = temporaryDirectory({
      "generated/bases": "a file\n",
      "generated/rendered/dev/00-namespace-dev.yaml/a/b.yaml": "deep\n",
    });
    mkdirSync(join(directory.path, "generated/empty/inside"), { recursive: true });
    writeTree(join(directory.path, "generated"), files);
    expect(contents(join(directory.path, "generated"))).toEqual(Object.fromEntries(files));
    expect(existsSync(join(directory.path, "generated/empty"))).toBe(false);
  });

  test("removes what a killed build left, and leaves a running build's files alone", () => {
    using directory = temporaryDirectory();
    const generated = join(directory.path, "generated");
    const dead = join(generated, `.tmp-${ownIdentity().replace(`-${process.pid}-`, "-4194305-")}-abc`);
    const running = join(generated, `.tmp-${ownIdentity()}-abc`);
    // Its process may run in another container, whose numbers mean nothing here.
    const elsewhere = [".tmp-00000000-1-2-abc", ".tmp-00000000-1-2-old"].map((name) => join(generated, name));
    for (const left of [dead, running, ...elsewhere]) mkdirSync(left, { recursive: true });
    writeFileSync(join(dead, "0"), "half");
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 3600;
    utimesSync(elsewhere[1]!, twoDaysAgo, twoDaysAgo);
    writeTree(generated, files);
    expect([dead, running, ...elsewhere].map((left) => existsSync(left))).toEqual([false, true, true, false]);
  });

  test("refuses a generated/ that is a link", () => {
    using directory = temporaryDirectory({ "elsewhere/precious.txt": "precious" });
    symlinkSync(join(directory.path, "elsewhere"), join(directory.path, "generated"));
    expect(() => writeTree(join(directory.path, "generated"), files)).toThrowErrorMatchingInlineSnapshot(`
      [UserError: error[generated-layout]: generated is a symbolic link, and the build writes only into a real directory
        where:  generated
        to fix: move it away; the build makes a new one]
    `);
    expect(contents(join(directory.path, "elsewhere"))).toEqual({ "precious.txt": "precious" });
    expect(lstatSync(join(directory.path, "generated")).isSymbolicLink()).toBe(true);
  });

  test("refuses a generated/ that is a file", () => {
    using directory = temporaryDirectory({ generated: "a file" });
    expect(() => writeTree(join(directory.path, "generated"), files)).toThrow(UserError);
    expect(readFileSync(join(directory.path, "generated"), "utf8")).toBe("a file");
  });

  test("says that generated/ is not writable", () => {
    using directory = temporaryDirectory({ "generated/bases/a.yaml": "a\n" });
    const generated = join(directory.path, "generated");
    chmodSync(generated, 0o555);
    const failure = withoutRoot(() => thrownBy(() => writeTree(generated, files)));
    expect(failure).toBeInstanceOf(EnvironmentFailure);
    const message = failure.message.replaceAll(directory.path, "<root>");
    chmodSync(generated, 0o755);
    expect(message).toMatchInlineSnapshot(`
      "failure[not-writable]: <root>/generated cannot be written: EACCES
        to fix: give this user write permission there, then build again"
    `);
  });
});

function thrownBy(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error("it did not throw");
}

/** Root may write everywhere, so for the time of the action this process is somebody else. */
function withoutRoot<Result>(action: () => Result): Result {
  if (process.geteuid!() !== 0) return action();
  process.seteuid!(65534);
  try {
    return action();
  } finally {
    process.seteuid!(0);
  }
}
