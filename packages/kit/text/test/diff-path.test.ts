import { execFileSync } from "node:child_process";
import { plainGit, temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { forDiffPath } from "../src/index.ts";

test.for([
  "a b/c.yaml",
  "a\nb/c",
  'q"u',
  "back\\slash",
  "\u001B[31m/x",
  "\u202Ex",
  "t\tab",
  "zero\u200Bwidth",
  "\u{E0001}",
  "é",
])("git reads the path %j of a diff back as it was", (path) => {
  using directory = temporaryDirectory({});
  const [from, to] = [`a/${path}`, `b/${path}`].map(forDiffPath);
  const patch = `--- ${from}\n+++ ${to}\n@@ -0,0 +1 @@\n+x\n`;
  const output = execFileSync("git", ["apply", "--numstat", "-z"], {
    cwd: directory.path,
    input: patch,
    env: { ...process.env, ...plainGit },
  });
  expect(output.toString()).toBe(`1\t0\t${path}\0`);
});
