import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "@kit/errors";
import { checkedSources } from "./checked-sources.ts";

const compiler = join(dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "bin/tsc");

/**
 * Type-checks the repository as its tsconfig.json says.
 *
 * @param cacheDirectory Where it is remembered what has compiled. Default: it is compiled in any case.
 * @returns Nothing, or the problem with the compiler's own messages.
 */
export async function typeCheck(root: string, cacheDirectory?: string): Promise<UserError | undefined> {
  const checked = cacheDirectory === undefined ? undefined : checkedSources(root, join(cacheDirectory, "type-check"));
  if (checked?.areKnown === true) return undefined;
  const { exitCode, output } = await compile(root);
  if (exitCode === 0) {
    checked?.remember();
    return undefined;
  }
  return new UserError({
    code: "does-not-compile",
    what: `TypeScript does not compile:\n${output.trim()}`,
    where: "tsconfig.json",
    next: "mend what the compiler names; nothing was written",
  });
}

function compile(root: string): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiler, "--project", root, "--pretty", "false"], { cwd: root });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, output }));
  });
}
