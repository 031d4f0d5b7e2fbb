import { execFileSync } from "node:child_process";
import { constants } from "node:os";
import { preparePrograms } from "@kit/control-plane";
import { exampleRepository, plainGit, type TestDirectory } from "@kit/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { interrupt } from "./interrupted-command.ts";

let repository: TestDirectory;

beforeAll(async () => {
  await preparePrograms({ components: ["scheduler", "controllers", "kwok"], env: process.env });
  repository = exampleRepository();
  for (const args of [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "overlays", "generated"],
    ["commit", "--quiet", "--message=Begin"],
  ]) {
    execFileSync("git", args, { cwd: repository.path, env: { ...process.env, ...plainGit } });
  }
});

afterAll(() => repository[Symbol.dispose]());

test.each([
  ["verify", "SIGINT", "group"],
  ["verify", "SIGTERM", "process"],
  ["verify", "SIGKILL", "process"],
  ["rehearse", "SIGHUP", "process"],
  ["rehearse", "SIGQUIT", "group"],
  ["rehearse", "SIGKILL", "process"],
] as const)("%s ends its control plane where it is interrupted: %s to its %s", async (script, signal, whom) => {
  const left = await interrupt({
    script,
    args: ["stall/prod"],
    cwd: repository.path,
    signal,
    group: whom === "group",
    // The shell that starts a component writes its number there.
    programs: { sh: shellThatTells },
    started: 2,
  });
  const exitCode = signal === "SIGKILL" ? null : 128 + constants.signals[signal];
  expect({ ...left, stderr: "" }).toEqual({ exitCode, stderr: "", files: [], running: 0 });
});

// $0 of a component is its name.
const shellThatTells = `#!/bin/sh
case $3 in etcd|kube-apiserver) echo $$ >>"$(dirname "$0")/../pids";; esac
exec /bin/sh "$@"
`;
