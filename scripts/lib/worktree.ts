import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";

/** A commit checked out in a temporary directory, removed at the end of its scope and wherever the process ends. */
export interface Worktree extends Disposable {
  readonly path: string;
  /** Runs a program in it; ended where this process is asked to end. */
  readonly run: (file: string, args: readonly string[], env: NodeJS.ProcessEnv) => Promise<Ran>;
}

interface Ran {
  /** -1 where it could not start, or a signal ended it. */
  readonly exitCode: number;
  /** What it wrote to both streams. */
  readonly output: string;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Checks a commit out beside the working tree, which stays as it is.
 *
 * @throws EnvironmentFailure where git cannot.
 */
export function addWorktree(root: string, ref: string): Worktree {
  let parent: string | undefined;
  let running: ReturnType<typeof spawn> | undefined;
  const remove = (): void => {
    if (running?.pid !== undefined) killGroup(running.pid);
    if (parent !== undefined) rmSync(parent, { recursive: true, force: true, maxRetries: 3 });
    // Else git goes on listing a worktree that is not there.
    spawnSync("git", ["worktree", "prune"], { cwd: root, stdio: "ignore" });
  };
  process.once("exit", remove);
  for (const signal of signals) process.once(signal, end);
  const dispose = (): void => {
    process.off("exit", remove);
    for (const signal of signals) process.off(signal, end);
    remove();
  };
  // Whoever ends this process from here on ends it as above.
  parent = realpathSync(mkdtempSync(join(tmpdir(), "manifests-ref-")));
  const path = join(parent, "worktree");
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
    execFileSync("git", args, { cwd: root, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  } catch (error) {
    dispose();
    const said = (error as { stderr?: string }).stderr?.trim() ?? "";
    const what = `git could not check out ${ref} in a temporary directory:\n${said}`;
    throw new EnvironmentFailure("subprocess-failed", what, "mend what git names, then start again", { cause: error });
  }
  return {
    path,
    run: (file, args, env) =>
      new Promise((resolve) => {
        let output = "";
        // A group of its own, to be ended with all that it has started.
        const child = spawn(file, args, { cwd: path, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
        running = child;
        for (const stream of [child.stdout, child.stderr]) {
          stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
        }
        child.on("error", (error) => (output += error.message));
        child.on("close", (exitCode) => {
          running = undefined;
          resolve({ exitCode: exitCode ?? -1, output });
        });
      }),
    [Symbol.dispose]: dispose,
  };
}

/** Ends as a shell tells it; what is to be done at the exit is done. */
function end(signal: NodeJS.Signals): void {
  process.exit(128 + constants.signals[signal]);
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}
