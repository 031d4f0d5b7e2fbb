import { execFileSync } from "node:child_process";
import { UserError } from "@kit/errors";
import { defaultRef } from "./default-ref.ts";

/** What is compared. */
export interface ReviewRange {
  readonly base: string;
  /** Undefined is the working tree. */
  readonly head: string | undefined;
}

/**
 * What the argument of `pnpm review` compares: a ref, `A..B`, `A...B`, or nothing.
 *
 * @throws UserError where this is not a git repository, or a ref is unknown: in a shallow clone with what to fetch.
 */
export function reviewRange(root: string, argument: string | undefined): ReviewRange {
  if (git(root, "rev-parse", "--git-dir") === undefined) {
    const next = "run it in a clone, or compare two directories: pnpm review A B";
    throw new UserError({ code: "no-git-repository", what: "this is not a git repository", where: root, next });
  }
  if (argument === undefined) return { base: mainBase(root), head: undefined };
  const [, from, dots, to] = /^(.*?)(\.{2,3})(.*)$/.exec(argument) ?? [];
  if (dots === undefined) return { base: known(root, argument), head: undefined };
  const [base, head] = [known(root, nameOr(from, "HEAD")), known(root, nameOr(to, "HEAD"))];
  return { base: dots === "..." ? branchedOff(root, base, head) : base, head };
}

function nameOr(name: string | undefined, fallback: string): string {
  return name === undefined || name === "" ? fallback : name;
}

function mainBase(root: string): string {
  try {
    return defaultRef(root);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const next = isShallow(root)
      ? "this clone is shallow: git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
      : "say what to compare with, such as pnpm review v1.2.0";
    throw new UserError({ ...error.problems[0]!, next }, { cause: error });
  }
}

function known(root: string, ref: string): string {
  if (git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`) !== undefined) return ref;
  const branch = ref.replace(/^origin\//, "");
  const next = isShallow(root)
    ? `this clone is shallow: git fetch --depth=1 origin ${branch}, and name it FETCH_HEAD`
    : "name a branch, a tag or a commit; two paths are compared as files: pnpm review A B";
  const what = `git does not know the ref ${JSON.stringify(ref)}`;
  throw new UserError({ code: "ref-unknown", what, where: "the command's arguments", next });
}

function branchedOff(root: string, base: string, head: string): string {
  const commit = git(root, "merge-base", base, head);
  const short = commit === undefined ? undefined : git(root, "rev-parse", "--short", commit);
  if (short !== undefined) return short;
  const next = isShallow(root)
    ? "this clone is shallow: git fetch --unshallow"
    : `compare them as they are: ${base}..${head}`;
  const what = `${base} and ${head} have no commit in common`;
  throw new UserError({ code: "ref-unknown", what, where: "the command's arguments", next });
}

function isShallow(root: string): boolean {
  return git(root, "rev-parse", "--is-shallow-repository") === "true";
}

function git(root: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", args, { cwd: root, stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" }).trim();
  } catch (error) {
    // There is no git.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw error;
    return undefined;
  }
}
