import { execFileSync } from "node:child_process";
import { plainGit, temporaryDirectory } from "@kit/testing";
import { hostileName } from "@kit/testing/hostile";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatDrift } from "../src/format-drift.ts";

test("git reads the path of a drifted file back, whatever it is called", () => {
  using directory = temporaryDirectory({});
  // What a file can be called, and git reads: no empty part, no way up, and text.
  const path = hostileName.map((name) => name.toWellFormed().replaceAll("\0", "0").replaceAll(/[./]+/g, "-"));
  fc.assert(
    fc.property(path, (name) => {
      const patch = formatDrift([{ kind: "extra", path: `rendered/${name}`, committed: "a\n" }]);
      const read = execFileSync("git", ["apply", "--numstat", "-z"], {
        cwd: directory.path,
        input: patch,
        env: { ...process.env, ...plainGit },
      });
      expect(read.toString()).toBe(`0\t1\tgenerated/rendered/${name}\0`);
    }),
    { numRuns: process.env["LONG"] === "1" ? 2000 : 100 },
  );
});

test("a path of many lines is one line where only the names are told", () => {
  const differences = Array.from({ length: 26 }, (_, at) => ({
    kind: "missing" as const,
    path: `${at}\n+++ b/x`,
    built: "",
  }));
  expect(formatDrift(differences).split("\n").at(-2)).toBe(String.raw`missing: "generated/25\n+++ b/x"`);
});
