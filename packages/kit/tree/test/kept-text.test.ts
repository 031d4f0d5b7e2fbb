import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@kit/testing";
import { keepFor, keepText, keptFor, keptText } from "@kit/tree";
import { describe, expect, test } from "vitest";

test("a text is kept, in folders that are made for it", () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, "a/b");
  expect(keptText(file)).toBeUndefined();
  keepText(file, "one");
  keepText(file, "two");
  expect(keptText(file)).toBe("two");
});

test("a value is there for its own key alone", () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, "cache.json");
  keepFor(file, "one", ["a"]);
  expect([keptFor(file, "one"), keptFor(file, "two")]).toEqual([["a"], undefined]);
});

test.each(["", "{", "null", "[]", '{"key":"one"'])("what is broken is as nothing: %s", (text) => {
  using directory = temporaryDirectory({ cache: text });
  expect(keptFor(join(directory.path, "cache"), "one")).toBeUndefined();
});

test("where nothing can be written, nothing is kept", () => {
  using directory = temporaryDirectory({ "a file": "" });
  const file = join(directory.path, "a file/cache");
  keepText(file, "one");
  expect(keptText(file)).toBeUndefined();
});

describe("what cannot be trusted is ignored with a notice", () => {
  const spoil: readonly [string, (file: string) => void, string][] = [
    [
      "truncated",
      (file) => writeFileSync(file, readFileSync(file, "utf8").slice(0, -1)),
      "it is not as it was written",
    ],
    [
      "changed",
      (file) => writeFileSync(file, readFileSync(file, "utf8").replace("a", "b")),
      "it is not as it was written",
    ],
    ["a directory", (file) => execFileSync("sh", ["-c", 'rm "$0"; mkdir "$0"', file]), "it is not a file"],
    ["a named pipe", (file) => execFileSync("sh", ["-c", 'rm "$0"; mkfifo "$0"', file]), "it is not a file"],
    ["writable by others", (file) => chmodSync(file, 0o666), "others may write it"],
    ["another user's", (file) => chownSync(file, 65534, 65534), "it belongs to another user"],
  ];

  test.skipIf(process.getuid?.() !== 0).each(spoil.slice(-1))("%s", holds);
  test.each(spoil.slice(0, -1))("%s", holds);
});

test("a place where nothing can be kept is named", async () => {
  using directory = temporaryDirectory({ "a file": "" });
  const file = join(directory.path, "a file/cache");
  expect(await noticesOf(file, () => keepText(file, "one"))).toEqual([
    expect.stringMatching(/^notice: .* is ignored: it cannot be written: E(?:NOTDIR|EXIST)$/),
  ]);
});

async function noticesOf(file: string, action: () => void): Promise<string[]> {
  const told: string[] = [];
  const listener = ({ name, message }: Error): void => {
    if (message.startsWith(file)) told.push(`${name}: ${message}`);
  };
  process.on("warning", listener);
  action();
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", listener);
  return told;
}

async function holds(_: string, change: (file: string) => void, why: string): Promise<void> {
  using directory = temporaryDirectory();
  const file = join(directory.path, "cache");
  keepFor(file, "one", "a value");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  change(file);
  const warnings = await noticesOf(file, () => {
    expect(keptFor(file, "one")).toBeUndefined();
    keepFor(file, "one", "another");
  });
  expect(warnings).toEqual([`notice: ${file} is ignored: ${why}`]);
  expect(readdirSync(directory.path)).toEqual(["cache"]);
  expect(keptFor(file, "one")).toBe(statSync(file).isDirectory() ? undefined : "another");
}
