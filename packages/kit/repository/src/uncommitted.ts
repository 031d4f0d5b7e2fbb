import { EnvironmentFailure, UserError, type Problem } from "@kit/errors";
import { run } from "@kit/programs";

/**
 * A problem for each file with changes that are not committed, staged or not; a file that git does not know is one.
 *
 * @param why Why it has to be committed.
 * @throws UserError where this is not a git repository; EnvironmentFailure where git does not run.
 */
export async function uncommitted(root: string, files: readonly string[], why: string): Promise<Problem[]> {
  const problems = files.map(async (file): Promise<Problem[]> => {
    if (!(await isDirty(root, file))) return [];
    const what = `${file} has changes that are not committed: ${why}`;
    return [{ code: "overlay-dirty", what, where: file, next: "commit them first, or undo them with `git checkout`" }];
  });
  return (await Promise.all(problems)).flat();
}

async function isDirty(root: string, file: string): Promise<boolean> {
  // What git ignores is not committed either. What it says is in the user's language without LC_ALL.
  const { exitCode, stdout, stderr } = await run("git", ["status", "--porcelain", "--ignored", "--", file], {
    cwd: root,
    env: { ...process.env, LC_ALL: "C" },
  });
  if (exitCode !== 0) throw failure(stderr);
  return stdout !== "";
}

function failure(said: string): Error {
  const [first = ""] = said.trim().split("\n");
  if (!first.includes("not a git repository")) {
    return new EnvironmentFailure(
      "subprocess-failed",
      `git failed: ${first}`,
      "correct what git names, then start again",
    );
  }
  return new UserError({
    code: "ref-unknown",
    what: "this is not a git repository, so nothing tells what is committed",
    where: "the current directory",
    next: "run the command in a clone",
  });
}
