import { execFile, type ChildProcess } from "node:child_process";
import { endTree } from "./end-tree.ts";
import { undoAtEnd } from "./undo.ts";

/** What a finished program left. */
export interface Finished {
  /** 0, the program's own code, or -1 where a signal ended it or it could not start. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeout?: number;
  /** Ends it. */
  readonly signal?: AbortSignal;
  /** What its standard input has. Default: the input stays open, and empty. */
  readonly input?: string;
}

/**
 * Runs a program to its end. Does not throw: a failure is an exit code and what the program said. It ends with this
 * process, together with all that it has started.
 */
export function run(file: string, args: readonly string[], { input, ...options }: RunOptions): Promise<Finished> {
  return new Promise((resolve) => {
    const settings = { ...options, maxBuffer: Number.MAX_SAFE_INTEGER };
    const done = (error: { code?: unknown; message: string } | null, stdout: string, stderr: string): void => {
      const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ exitCode, stdout, stderr: stderr === "" ? (error?.message ?? "") : stderr });
    };
    try {
      const child = execFile(file, args, settings, done);
      endWithThisProcess(child);
      if (input === undefined) return;
      // A program that ends before it has read everything is not an error of its own: its exit code tells.
      child.stdin?.on("error", () => {});
      child.stdin?.end(input);
    } catch (error) {
      // Too many or too long arguments, or no memory.
      done(error as Error, "", "");
    }
  });
}

/** Has a child ended where this process ends before it. */
export function endWithThisProcess(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return;
  const owed = undoAtEnd(() => endTree(pid));
  child.once("exit", owed.forget);
}
