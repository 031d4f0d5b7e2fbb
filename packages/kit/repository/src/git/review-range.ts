import { argumentError, UserError } from "@kit/errors";
import { defaultRef } from "./default-ref.ts";
import { gitIn, type Git } from "./git.ts";

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
  const git = gitIn(root, { next: "run it in a clone, or compare two directories: pnpm review A B" });
  git.read(["rev-parse", "--git-dir"]);
  if (argument === undefined) return { base: mainBase(root, git), head: undefined };
  const [, from, dots, to] = /^(.*?)(\.{2,3})(.*)$/.exec(argument) ?? [];
  if (dots === undefined) return { base: known(git, argument), head: undefined };
  const [base, head] = [known(git, nameOr(from, "HEAD")), known(git, nameOr(to, "HEAD"))];
  return { base: dots === "..." ? branchedOff(git, base, head) : base, head };
}

function nameOr(name: string | undefined, fallback: string): string {
  return name === undefined || name === "" ? fallback : name;
}

function mainBase(root: string, git: Git): string {
  try {
    return defaultRef(root);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const next = isShallow(git)
      ? "this clone is shallow: git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
      : "say what to compare with, such as pnpm review v1.2.0";
    throw new UserError({ ...error.problems[0]!, next }, { cause: error });
  }
}

function known(git: Git, ref: string): string {
  if (git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`) !== undefined) return ref;
  const branch = ref.replace(/^origin\//, "");
  const next = isShallow(git)
    ? `this clone is shallow: git fetch --depth=1 origin ${branch}, and name it FETCH_HEAD`
    : "name a branch, a tag or a commit; two paths are compared as files: pnpm review A B";
  throw argumentError(`git does not know the ref ${JSON.stringify(ref)}`, next, "ref-unknown");
}

function branchedOff(git: Git, base: string, head: string): string {
  const commit = git.ask("merge-base", base, head);
  const short = commit === undefined ? undefined : git.ask("rev-parse", "--short", commit);
  if (short !== undefined) return short;
  const next = isShallow(git)
    ? "this clone is shallow: git fetch --unshallow"
    : `compare them as they are: ${base}..${head}`;
  throw argumentError(`${base} and ${head} have no commit in common`, next, "ref-unknown");
}

function isShallow(git: Git): boolean {
  return git.ask("rev-parse", "--is-shallow-repository") === "true";
}
