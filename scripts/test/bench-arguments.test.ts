import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";

test("a size that is not a number", () => {
  expect(refused("--services", "10,many")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `error[argument-value]: --services takes whole numbers from 1 to 9999, got "many"
  where:  the command's arguments
  to fix: write numbers with commas between them, such as --services 10,100
`,
  });
});

test("an option that does not exist", () => {
  expect(refused("--service", "10")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `error[argument-unknown]: Unknown option '--service'
  where:  the command's arguments
  to fix: the options are: --services, --json, --help. Did you mean --services?
`,
  });
});

test("an argument without an option", () => {
  expect(refused("100")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `error[argument-unknown]: Unexpected argument '100'
  where:  the command's arguments
  to fix: the options are: --services, --json, --help
`,
  });
});

function refused(...args: string[]): { exitCode: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    join(repositoryRoot, "node_modules/.bin/tsx"),
    ["scripts/bench.ts", ...args],
    { cwd: repositoryRoot, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
  );
  return { exitCode: status, stdout, stderr };
}
