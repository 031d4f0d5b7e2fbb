import { execFileSync } from "node:child_process";
import { UserError } from "@kit/errors";

/**
 * The commit where HEAD branched off from the main branch, as git shortens it: what is deployed while a change waits.
 *
 * @throws UserError where this is not a git repository, or there is neither origin/main nor main.
 */
export function defaultRef(root: string): string {
  for (const main of ["origin/main", "main"]) {
    const base = git(root, ["merge-base", "HEAD", main]);
    const short = base === undefined ? undefined : git(root, ["rev-parse", "--short", base]);
    if (short !== undefined) return short;
  }
  throw new UserError({
    code: "ref-unknown",
    what: "there is no commit that HEAD has in common with origin/main or main",
    where: root,
    next: "say what runs today, such as --from v1.2.0; in a shallow clone fetch the branch first: git fetch origin main",
  });
}

function git(root: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", args, { cwd: root, stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" }).trim();
  } catch (error) {
    // There is no git.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw error;
    return undefined;
  }
}
