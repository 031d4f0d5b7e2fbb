import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { plainGit } from "./plain-git.ts";
import { temporaryDirectory, type TestDirectory } from "./temporary-directory.ts";

/** A git repository of its own for one test, with a git that knows nothing of the user's settings. */
export interface GitRepository extends TestDirectory {
  /** Commits files, by path; one that is null is removed. */
  readonly commit: (files: Readonly<Record<string, string | null>>) => void;
  /** Runs git in it, and returns what it says. */
  readonly git: (...args: readonly string[]) => string;
}

/** Makes a repository, with one commit that has these files. */
export function gitRepository(files: Readonly<Record<string, string>>): GitRepository {
  const directory = temporaryDirectory();
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: directory.path, env: { ...process.env, ...plainGit }, encoding: "utf8" }).trim();
  const commit: GitRepository["commit"] = (changes) => {
    for (const [path, text] of Object.entries(changes)) {
      if (text === null) rmSync(join(directory.path, path));
      else directory.write({ [path]: text });
    }
    git("add", "--all");
    git("commit", "--quiet", "--message", "Change");
  };
  git("init", "--quiet");
  commit(files);
  return { ...directory, commit, git };
}
