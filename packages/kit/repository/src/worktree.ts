import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { endWithThisProcess, temporaryDirectory, undoAtEnd } from "@kit/programs";

/** A commit checked out in a temporary directory, removed at the end of its scope and however the process ends. */
export interface Worktree extends Disposable {
  readonly path: string;
  /** Runs a program in it. It ends with this process, and what it leaves in TMPDIR goes with the worktree. */
  readonly run: (file: string, args: readonly string[], env: NodeJS.ProcessEnv) => Promise<Ran>;
}

interface Ran {
  /** -1 where it could not start, or a signal ended it. */
  readonly exitCode: number;
  /** What it wrote to both streams. */
  readonly output: string;
}

/**
 * Checks a commit out beside the working tree, which stays as it is.
 *
 * @throws EnvironmentFailure where git cannot.
 */
export function addWorktree(root: string, ref: string): Worktree {
  // Else git goes on listing a worktree that is not there.
  const prune = (): void => void spawnSync("git", ["worktree", "prune"], { cwd: root, stdio: "ignore" });
  const pruned = undoAtEnd(prune);
  const made = temporaryDirectory();
  const dispose = (): void => {
    made[Symbol.dispose]();
    pruned[Symbol.dispose]();
  };
  // One that was killed may have left its own.
  prune();
  const path = join(made.path, "worktree");
  const temporary = join(made.path, "temporary");
  try {
    // A hook of this repository has nothing to do there.
    const args = [
      "-c",
      "core.hooksPath=/dev/null",
      "worktree",
      "add",
      "--quiet",
      "--detach",
      "--end-of-options",
      path,
      `${ref}^{commit}`,
    ];
    mkdirSync(temporary);
    execFileSync("git", args, { cwd: root, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  } catch (error) {
    dispose();
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw error;
    const said = (error as { stderr?: string }).stderr?.trim() ?? "";
    const what = `git could not check out ${ref} in a temporary directory:\n${said}`;
    throw new EnvironmentFailure("subprocess-failed", what, "correct what git names, then start again", {
      cause: error,
    });
  }
  return {
    path,
    run: (file, args, env) =>
      new Promise((resolve) => {
        let output = "";
        const settings = { cwd: path, env: { ...env, TMPDIR: temporary } };
        const child = spawn(file, args, { ...settings, stdio: ["ignore", "pipe", "pipe"] });
        endWithThisProcess(child);
        for (const stream of [child.stdout, child.stderr]) {
          stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
        }
        child.on("error", (error) => (output += error.message));
        child.on("close", (exitCode) => resolve({ exitCode: exitCode ?? -1, output }));
      }),
    [Symbol.dispose]: dispose,
  };
}
