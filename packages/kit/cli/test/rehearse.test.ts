import { execFileSync } from "node:child_process";
import { exampleRepository, runScript } from "@kit/testing";
import { expect, test } from "vitest";

/** What `pnpm rehearse` says to wrong input, in a repository without a commit. */
async function mistake(...args: string[]): Promise<string> {
  using copy = exampleRepository();
  execFileSync("git", ["init", "--quiet", "--initial-branch=main"], { cwd: copy.path });
  const { exitCode, stdout, stderr } = await runScript("rehearse", { cwd: copy.path, args });
  expect([exitCode, stdout]).toEqual([2, ""]);
  return stderr;
}

test("an environment that nobody has", async () => {
  expect(await mistake("pord")).toMatchInlineSnapshot(`
    "error[environment-unknown]: no environment is called "pord"
      where:  the command's arguments
      to fix: the environments are: dev, prod, stall/dev, stall/prod. Did you mean prod?
    "
  `);
});

test("a ref that git does not know", async () => {
  expect(await mistake("--from", "mian")).toMatchInlineSnapshot(`
    "error[ref-unknown]: git does not know the ref "mian"
      where:  the command's arguments
      to fix: name a branch, a tag or a commit; in a shallow clone fetch it first: git fetch origin <branch>
    "
  `);
});

test("no ref, and none to be found", async () => {
  expect(await mistake()).toMatchInlineSnapshot(`
    "error[ref-unknown]: there is no commit that HEAD has in common with origin/main or main
      where:  <root>
      to fix: say what runs today, such as --from v1.2.0; in a shallow clone fetch the branch first: git fetch origin main
    "
  `);
});

test("a format that there is not, and two at once", async () => {
  expect(await mistake("--format", "html")).toMatchInlineSnapshot(`
    "error[argument-value]: --format cannot be "html"
      where:  the command's arguments
      to fix: the formats are: text, markdown, json
    "
  `);
  expect(await mistake("--format", "text", "--json")).toMatchInlineSnapshot(`
    "error[argument-value]: --json and --format text cannot be given together
      where:  the command's arguments
      to fix: write one of them
    "
  `);
});

test("a ref whose files are not YAML", async () => {
  using copy = exampleRepository();
  const git = (...args: string[]): unknown =>
    execFileSync("git", ["-c", "user.name=Reader", "-c", "user.email=reader@example.com", ...args], { cwd: copy.path });
  const file = "generated/rendered/dev/10-configmap-backend-config.yaml";
  copy.write({ [file]: "data: {\n" });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "generated");
  git("commit", "--quiet", "--message=Broken");
  copy.write({ [file]: "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: backend-config }\n" });
  const { exitCode, stderr } = await runScript("rehearse", { cwd: copy.path, args: ["--from", "main"] });
  expect([exitCode, stderr]).toMatchInlineSnapshot(`
    [
      2,
      "error[rendered-yaml]: not YAML at line 2, column 1: did not find expected node content
      where:  main:generated/rendered/dev/10-configmap-backend-config.yaml
      to fix: name another ref, whose files are as \`pnpm build\` wrote them
    ",
    ]
  `);
});
