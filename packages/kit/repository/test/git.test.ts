import { join } from "node:path";
import { gitRepository, plainGit, temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { gitIn } from "../src/git/git.ts";
import { addWorktree } from "../src/snapshots/worktree.ts";

/** What each function of a git says to arguments. */
function said(root: string, args: readonly string[], need?: Parameters<typeof gitIn>[1]): unknown[] {
  const git = gitIn(root, need);
  const functions: readonly (() => unknown)[] = [
    () => git.read(args).toString(),
    () => git.list(...args),
    () => git.ask(...args),
    () => git.tidy(...args),
  ];
  return functions.map((call) => {
    try {
      return call();
    } catch (error) {
      return (error as Error).message.replaceAll(root, "<root>");
    }
  });
}

/** Makes a call with other variables. */
function having<Result>(variables: Readonly<Record<string, string>>, call: () => Result): Result {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return call();
  } finally {
    for (const name of Object.keys(variables)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

const list = ["ls-files", "-z"] as const;

test("an answer, as it is, as a list and as a line", () => {
  using repository = gitRepository({ "a b.txt": "", "ä.txt": "" });
  expect(said(repository.path, list)).toEqual([
    "a b.txt\0ä.txt\0",
    ["a b.txt", "ä.txt"],
    "a b.txt\0ä.txt\0",
    undefined,
  ]);
  expect(gitIn(repository.path).ask("rev-parse", "HEAD")).toBe(repository.git("rev-parse", "HEAD"));
});

test("what is not a git repository", () => {
  using directory = temporaryDirectory();
  const need = { without: ", so nobody knows", next: "do something else" };
  const message =
    "error[no-git-repository]: this is not a git repository, so nobody knows\n" +
    "  where:  <root>\n" +
    "  to fix: do something else";
  expect(said(directory.path, list, need)).toEqual([message, message, message, undefined]);
  // git speaks the user's language.
  expect(having({ LC_ALL: "de_DE.UTF-8", LANGUAGE: "de" }, () => said(directory.path, list, need))[0]).toBe(message);
});

test("no git", () => {
  using repository = gitRepository({ "a.txt": "" });
  const message = "failure[git-missing]: there is no git on PATH\n  to fix: install git, then start again";
  const all = having({ PATH: repository.path }, () => said(repository.path, list));
  expect(all).toEqual([message, message, message, undefined]);
});

test("what git does not do", () => {
  using repository = gitRepository({ "a.txt": "" });
  expect(said(repository.path, ["rev-parse", "nothing", "--"])).toEqual([
    "failure[subprocess-failed]: git failed: fatal: bad revision 'nothing'\n  to fix: correct what git names, then start again",
    "failure[subprocess-failed]: git failed: fatal: bad revision 'nothing'\n  to fix: correct what git names, then start again",
    undefined,
    undefined,
  ]);
});

test("a repository of another user is one, and git says what to do", () => {
  using repository = gitRepository({ "a.txt": "" });
  const foreign = { ...plainGit, GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" };
  expect(() => having(foreign, () => gitIn(repository.path).ask("rev-parse", "HEAD"))).toThrow(
    /^failure\[subprocess-failed\]: git failed: fatal: detected dubious ownership [^]*git config --global --add safe\.directory [^]*\n {2}to fix: correct what git names, then start again$/,
  );
});

test("a worktree of a repository that is a folder of what git has", () => {
  using repository = gitRepository({ "deploy/overlays/dev/kustomization.yaml": "" });
  using worktree = addWorktree(join(repository.path, "deploy"), "HEAD");
  expect(gitIn(worktree.path).list("ls-files", "-z")).toEqual(["overlays/dev/kustomization.yaml"]);
});
