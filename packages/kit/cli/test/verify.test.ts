import { exampleRepository, runScript, temporaryDirectory } from "@kit/testing";
import { describe, test } from "vitest";

// All of this is said before anything is started.
describe.concurrent("pnpm verify refuses", () => {
  test("an unknown environment", async ({ expect }) => {
    using copy = exampleRepository();
    expect(await runScript("verify", { cwd: copy.path, args: ["prdo"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[environment-unknown]: no environment is called "prdo"
        where:  the command's arguments
        to fix: the environments are: dev, prod, stall/dev, stall/prod. Did you mean prod?
      ",
        "stdout": "",
      }
    `);
  });

  test("a base where there is no git repository", async ({ expect }) => {
    using copy = exampleRepository();
    expect(await runScript("verify", { cwd: copy.path, args: ["dev", "--base", "main"] })).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[no-git-repository]: this is not a git repository
        where:  <root>
        to fix: run the command in a clone
      ",
        "stdout": "",
      }
    `);
  });

  test("to look for programs that nobody has", async ({ expect }) => {
    using copy = exampleRepository();
    using cache = temporaryDirectory();
    const env = { PATH: "/nowhere", KUBEBUILDER_ASSETS: undefined, XDG_CACHE_HOME: cache.path };
    const { stderr, ...said } = await runScript("verify", { cwd: copy.path, args: ["dev"], env });
    expect({ ...said, stderr: stderr.replace(/(kube-apiserver) [\d.]+/, "$1 <minor>") }).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "stderr": "error[control-plane-missing]: the control plane's programs are missing: etcd 3.5 or newer, kube-apiserver <minor>
        where:  PATH
        to fix: install Go 1.26 or newer (https://go.dev/dl/): the programs are then built once, in minutes;
                or put the programs on PATH, or in a directory that KUBEBUILDER_ASSETS names
      ",
        "stdout": "",
      }
    `);
  });
});
