import type { Problem } from "@kit/errors";
import { gitIn } from "./git.ts";

/**
 * A problem for each file with changes that are not committed, staged or not; a file that git does not know is one.
 *
 * @param why Why it has to be committed.
 * @throws UserError where this is not a git repository; EnvironmentFailure where git does not run.
 */
export function uncommitted(root: string, files: readonly string[], why: string): Problem[] {
  const git = gitIn(root, { without: ", so nothing tells what is committed" });
  // What git ignores is not committed either.
  const status = ["--literal-pathspecs", "status", "--porcelain", "--ignored", "-z", "--"];
  return files.flatMap((file): Problem[] => {
    if (git.list(...status, file).length === 0) return [];
    const what = `${file} has changes that are not committed: ${why}`;
    return [{ code: "overlay-dirty", what, where: file, next: "commit them first, or undo them with `git checkout`" }];
  });
}
