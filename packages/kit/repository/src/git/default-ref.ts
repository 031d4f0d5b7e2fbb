import { UserError } from "@kit/errors";
import { gitIn } from "./git.ts";

/**
 * The commit where HEAD branched off from the main branch, as git shortens it: what is deployed while a change waits.
 *
 * @throws UserError where this is not a git repository, or there is neither origin/main nor main.
 */
export function defaultRef(root: string): string {
  const git = gitIn(root);
  for (const main of ["origin/main", "main"]) {
    const base = git.ask("merge-base", "HEAD", main);
    const short = base === undefined ? undefined : git.ask("rev-parse", "--short", base);
    if (short !== undefined) return short;
  }
  throw new UserError({
    code: "ref-unknown",
    what: "there is no commit that HEAD has in common with origin/main or main",
    where: root,
    next: "say what runs today, such as --from v1.2.0; in a shallow clone fetch the branch first: git fetch origin main",
  });
}
