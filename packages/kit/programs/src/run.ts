import { execFile } from "node:child_process";

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

/** Runs a program to its end. Does not throw: a failure is an exit code and what the program said. */
export function run(file: string, args: readonly string[], { input, ...options }: RunOptions): Promise<Finished> {
  return new Promise((resolve) => {
    const child = execFile(file, args, { ...options, maxBuffer: Number.MAX_SAFE_INTEGER }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ exitCode, stdout, stderr: stderr === "" ? (error?.message ?? "") : stderr });
    });
    if (input === undefined) return;
    // A program that ends before it has read everything is no error of its own: its exit code tells.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}
