import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "@kit/errors";
import { maskSecrets } from "@kit/leaks";
import { remembered } from "./remembered.ts";

const compiler = join(dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "bin/tsc");

/** What a build may take from the last one. */
export interface Reuse {
  /** Where that is remembered. */
  readonly directory: string;
  /** What `digestOfSources` says of the repository. */
  readonly sources: string;
}

/**
 * Type-checks the repository as its tsconfig.json says.
 *
 * @param reuse What has compiled is not compiled again. Default: it is compiled in any case.
 * @returns Nothing, or the problem with the compiler's own messages.
 */
export async function typeCheck(root: string, reuse?: Reuse): Promise<UserError | undefined> {
  const compiled = reuse === undefined ? undefined : remembered(join(reuse.directory, "type-check"), reuse.sources);
  if (compiled?.isKnown === true) return undefined;
  const buildInfo = reuse === undefined ? undefined : join(reuse.directory, "tsbuildinfo");
  const { exitCode, output } = await compile(root, buildInfo);
  if (exitCode === 0) {
    compiled?.remember();
    return undefined;
  }
  // The compiler keeps its messages there, and they quote what does not compile.
  if (buildInfo !== undefined && maskSecrets(output) !== output) rmSync(buildInfo, { force: true });
  return new UserError({
    code: "does-not-compile",
    what: `TypeScript does not compile:\n${output.trim()}`,
    where: "tsconfig.json",
    next: "mend what the compiler names; nothing was written",
  });
}

/** @param buildInfo What it is to remember for the next time, and where. Default: nothing. */
function compile(root: string, buildInfo?: string): Promise<{ exitCode: number | null; output: string }> {
  const incremental = buildInfo === undefined ? ["false"] : ["true", "--tsBuildInfoFile", buildInfo];
  const args = ["--project", root, "--pretty", "false", "--incremental", ...incremental];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiler, ...args], { cwd: root });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, output }));
  });
}
