import { spawn } from "node:child_process";
import { exampleSystem, runScript, startScript, temporaryRepository } from "@kit/testing";
import { describe, expect, test } from "vitest";

describe.concurrent("pnpm build", () => {
  test("an unknown environment lists those that exist and suggests the nearest", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    expect(await runScript("build", { cwd: repository.path, args: ["prd", "staging"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[environment-unknown]: no environment is called "prd"
        where:  the command's arguments
        to fix: the environments are: dev, prod. Did you mean prod?

      error[environment-unknown]: no environment is called "staging"
        where:  the command's arguments
        to fix: the environments are: dev, prod
      ",
        "stdout": "",
      }
    `);
  });

  test("an unknown option", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    expect(await runScript("build", { cwd: repository.path, args: ["--hlep"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[argument-unknown]: Unknown option '--hlep'
        where:  the command's arguments
        to fix: the options are: --help. Did you mean --help?
      ",
        "stdout": "",
      }
    `);
  });

  test("--help", async ({ expect }) => {
    using repository = temporaryRepository(exampleSystem());
    expect(await runScript("build", { cwd: repository.path, args: ["--help"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 0,
        "stderr": "",
        "stdout": "Builds generated/ from the packages and the overlays.

      Usage: pnpm build [environment...]

        environment   Render these only, such as dev or shop/prod. Default: all.
        -h, --help    Show this.

      Writes generated/bases and generated/environments from packages/, then
      generated/rendered with kustomize from overlays/. Nothing is written when any
      input is wrong; the checks of what is rendered (\`pnpm check\`) come after
      writing. Commit generated/ together with what changed it.

      Exit codes: 0 built, 1 built, and a check found an error, 2 the input is wrong,
      3 the machine failed, 70 a bug.
      ",
      }
    `);
  });

  test("outside a repository", async ({ expect }) => {
    expect(await runScript("build", { cwd: "/" })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[package-layout]: this is not a manifest repository: no pnpm-workspace.yaml here or above
        where:  <root>
        to fix: run the command inside the repository
      ",
        "stdout": "",
      }
    `);
  });
});

test("a reader that closes the pipe early is not an error", async () => {
  using repository = temporaryRepository(exampleSystem());
  const child = spawn(process.execPath, [startScript, "drift"], {
    cwd: repository.path,
    env: { ...process.env, KUSTOMIZE: "" },
  });
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = await new Promise((resolve) => child.on("close", resolve));
  expect(exitCode).toBe(1);
  expect(stderr.split("\n")[0]).toMatch(/^error: generated\/ has drifted: 18 files differ /);
});
