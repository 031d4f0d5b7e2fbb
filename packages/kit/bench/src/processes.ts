import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { temporaryDirectory } from "@kit/testing";
import type { Sample } from "./measurement.ts";
import { peakRecorder, peaksIn } from "./peak-memory.ts";

/** Runs a program of this room that measures a part of itself, and prints what it measured. */
export async function runMeasured(args: readonly string[]): Promise<Sample> {
  const { stdout } = await runToEnd(process.execPath, args, { cwd: process.cwd(), env: plainEnvironment() });
  return JSON.parse(stdout) as Sample;
}

/**
 * Runs a program as it is, and measures it from its start to its end. Its memory is that of the largest of the Node
 * processes in it; programs of another kind are not counted.
 *
 * @param expected Its exit code where it does what it should. Default: 0.
 */
export async function runTimed(file: string, args: readonly string[], cwd: string, expected = 0): Promise<Sample> {
  using scratch = temporaryDirectory();
  const peaks = join(scratch.path, "peaks");
  const env = { ...plainEnvironment(), NODE_OPTIONS: `--import=${peakRecorder(peaks)}` };
  const { ms } = await runToEnd(file, args, { cwd, env, expected });
  return { ms, bytes: existsSync(peaks) ? Math.max(...peaksIn(readFileSync(peaks, "utf8"))) : undefined };
}

/**
 * Runs a program to its end.
 *
 * @throws EnvironmentFailure with what it said, where it cannot be started or fails.
 */
export function runToEnd(
  file: string,
  args: readonly string[],
  { expected = 0, ...options }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly expected?: number },
): Promise<{ readonly ms: number; readonly stdout: string }> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("error", (error) => reject(failure(file, args, error.message)));
    child.on("close", (exitCode) => {
      const ms = performance.now() - start;
      if (exitCode === expected) resolve({ ms, stdout });
      else reject(failure(file, args, `${stdout}${stderr}`.trim()));
    });
  });
}

/** This process' environment without what pnpm tells the scripts that it runs: a build by hand has none of it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_|^NODE_OPTIONS$/i.test(name)));
}

function failure(file: string, args: readonly string[], said: string): EnvironmentFailure {
  const command = [file, ...args].join(" ");
  return new EnvironmentFailure(
    "subprocess-failed",
    `\`${command}\` failed:\n${said}`,
    "correct what it says, then run the bench again",
  );
}
