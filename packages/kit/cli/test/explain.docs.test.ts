import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exampleRepository, repositoryRoot, runScript } from "@kit/testing";
import { expect, test } from "vitest";

test("pnpm check --explain prints the check's page", async () => {
  using example = exampleRepository();
  expect(await runScript("check", { cwd: example.path, args: ["--explain", "probe-port"] })).toEqual({
    exitCode: 0,
    stdout: readFileSync(join(repositoryRoot, "docs/checks/probe-port.md"), "utf8"),
    stderr: "",
  });
});
