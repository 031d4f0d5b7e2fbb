import { execFile } from "node:child_process";

/** What a finished program left. */
export interface Finished {
  /** 0, the program's own code, or -1 where a signal ended it or it could not start. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. Does not throw: a failure is an exit code and what the program said. */
export function run(
  file: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly timeout?: number },
): Promise<Finished> {
  return new Promise((resolve) => {
    execFile(file, args, { ...options, maxBuffer: Number.MAX_SAFE_INTEGER }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ exitCode, stdout, stderr: stderr === "" ? (error?.message ?? "") : stderr });
    });
  });
}
