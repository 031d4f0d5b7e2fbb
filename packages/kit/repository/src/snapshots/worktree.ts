import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { endWithThisProcess, temporaryDirectory, undoAtEnd } from "@kit/programs";
import { gitIn } from "../git/git.ts";

/** A commit checked out in a temporary directory, removed at the end of its scope and however the process ends. */
export interface Worktree extends Disposable {
  /** The repository in it. */
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
  const git = gitIn(root);
  // Else git goes on listing a worktree that is not there.
  const prune = (): void => git.tidy("worktree", "prune");
  const pruned = undoAtEnd(prune);
  const made = temporaryDirectory();
  const dispose = (): void => {
    made[Symbol.dispose]();
    pruned[Symbol.dispose]();
  };
  // One that was killed may have left its own.
  prune();
  const top = join(made.path, "worktree");
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
      top,
      `${ref}^{commit}`,
    ];
    mkdirSync(temporary);
    git.read(args, "", (said) => `git could not check out ${ref} in a temporary directory:\n${said}`);
  } catch (error) {
    dispose();
    throw error;
  }
  // The repository may be a folder of what git has checked out.
  const path = join(top, git.ask("rev-parse", "--show-prefix") ?? "");
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
