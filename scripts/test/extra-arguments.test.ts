import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";

test.each([
  ["pack-kit.ts", "somewhere"],
  ["gate.ts", "own"],
])("%s takes one argument", (script, first) => {
  const { status, stdout, stderr } = spawnSync(
    join(repositoryRoot, "node_modules/.bin/tsx"),
    [`scripts/${script}`, first, "service"],
    { cwd: repositoryRoot, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } },
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: "",
    stderr: `error[argument-unknown]: Unexpected argument 'service'
  where:  the command's arguments
  to fix: leave it out: the command takes one argument
`,
  });
});
