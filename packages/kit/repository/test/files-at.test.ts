import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { temporaryDirectory, type TestDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { filesAt } from "../src/git/files-at.ts";

function repository(files: Record<string, string>): TestDirectory {
  const directory = temporaryDirectory(files);
  const git = (...args: string[]): unknown => execFileSync("git", args, { cwd: directory.path, stdio: "ignore" });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("-c", "user.name=a", "-c", "user.email=a@localhost", "commit", "--quiet", "--message", "First");
  return directory;
}

test("reads what a ref has below a folder, whatever the working tree has", () => {
  const files = {
    "generated/rendered/dev/a.yaml": "kind: A\n",
    "generated/rendered/dev/ä b.yaml": "kind: Ä\n",
    "generated/rendered/dev/empty.yaml": "",
    "generated/bases/c.yaml": "kind: C\n",
  };
  using directory = repository(files);
  directory.write({ "generated/rendered/dev/a.yaml": "edited\n", "generated/rendered/dev/new.yaml": "new\n" });
  expect([...filesAt(directory.path, "main", "generated/rendered")]).toEqual([
    ["generated/rendered/dev/a.yaml", "kind: A\n"],
    ["generated/rendered/dev/empty.yaml", ""],
    ["generated/rendered/dev/ä b.yaml", "kind: Ä\n"],
  ]);
});

test("reads a repository that is a folder of what git has", () => {
  using directory = repository({ "deploy/generated/a.yaml": "kind: A\n", "generated/b.yaml": "kind: B\n" });
  expect([...filesAt(join(directory.path, "deploy"), "main", "generated")]).toEqual([
    ["generated/a.yaml", "kind: A\n"],
  ]);
});

test("a ref without the folder has nothing there", () => {
  using directory = repository({ "a.txt": "a" });
  expect([...filesAt(directory.path, "HEAD", "generated/rendered")]).toEqual([]);
});

test("an unknown ref", () => {
  using directory = repository({ "a.txt": "a" });
  expect(() => filesAt(directory.path, "mian", "generated")).toThrowErrorMatchingInlineSnapshot(`
    [UserError: error[ref-unknown]: git does not know the ref "mian"
      where:  the command's arguments
      to fix: name a branch, a tag or a commit; in a shallow clone fetch it first: git fetch origin <branch>]
  `);
  // No ref is an option for git.
  expect(() => filesAt(directory.path, "--all", "generated")).toThrow(/^error\[ref-unknown\]/);
});

test("no git repository", () => {
  using directory = temporaryDirectory({ "a.txt": "a" });
  const read = (): unknown => filesAt(directory.path, "main", "generated");
  expect(() => messageWithout(directory.path, read)).toThrowErrorMatchingInlineSnapshot(`
    [Error: error[no-git-repository]: this is not a git repository
      where:  <root>
      to fix: run the command in a clone]
  `);
});

function messageWithout(path: string, action: () => unknown): void {
  try {
    action();
  } catch (error) {
    throw new Error((error as Error).message.replaceAll(path, "<root>"), { cause: error });
  }
}
