import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EnvironmentFailure, UserError } from "@kit/errors";
import { maskSecrets } from "@kit/leaks";
import { sayIgnored, ownIdentity, run, undoAtEnd, type Finished } from "@kit/programs";
import { keepText, keptText } from "@kit/tree";
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
 * @throws EnvironmentFailure where the compiler does not run.
 */
export async function typeCheck(root: string, reuse?: Reuse): Promise<UserError | undefined> {
  const compiled = reuse === undefined ? undefined : remembered(join(reuse.directory, "type-check"), reuse.sources);
  if (compiled?.isKnown === true) return undefined;
  const { exitCode, stdout, stderr } = await compileWith(root, reuse);
  if (exitCode === 0) {
    compiled?.remember();
    return undefined;
  }
  const said = stdout.trim();
  if (!isJudgement(said)) {
    const what = `the TypeScript compiler did not end as it should:\n${said || stderr.trim()}`;
    throw new EnvironmentFailure(
      "subprocess-failed",
      what,
      "start again, when the machine has memory and disk to spare",
    );
  }
  return new UserError({
    code: "does-not-compile",
    what: `TypeScript does not compile:\n${said}`,
    where: "tsconfig.json",
    next: "correct what the compiler names; nothing was written",
  });
}

/** Whether the compiler has said what is wrong with the sources. Else it did not start, was killed, or could not write. */
function isJudgement(said: string): boolean {
  return /\berror TS(?!5033:)\d+:/.test(said);
}

/** The compiler remembers what it knows of the sources, and keeps that as any other text that saves time. */
async function compileWith(root: string, reuse: Reuse | undefined): Promise<Finished> {
  if (reuse === undefined) return compile(root);
  const kept = join(reuse.directory, "tsbuildinfo");
  // Beside it, because it has relative paths; of this process alone, because two may build at once.
  const own = `${kept}.${ownIdentity()}`;
  if (!isPut(own, kept)) return compile(root);
  using owed = new DisposableStack();
  owed.use(undoAtEnd(() => rmSync(own, { force: true })));
  const finished = await compile(root, own);
  const { exitCode, stdout } = finished;
  // With what it remembers it cannot go on.
  if (exitCode !== 0 && !isJudgement(stdout)) return compile(root);
  // The compiler keeps its messages there, and they quote what does not compile.
  if (maskSecrets(stdout) === stdout) keep(kept, own);
  return finished;
}

/** Whether the compiler can write there; where there is nothing yet, it begins anew. */
function isPut(file: string, kept: string): boolean {
  try {
    writeFileSync(file, keptText(kept) ?? "", { mode: 0o600 });
    return true;
  } catch (error) {
    sayIgnored(kept, `it cannot be written: ${(error as NodeJS.ErrnoException).code}`);
    return false;
  }
}

function keep(kept: string, own: string): void {
  const text = readFileSync(own, "utf8");
  if (text !== "" && text !== keptText(kept)) keepText(kept, text);
}

/** @param buildInfo Where the compiler remembers things. Default: nowhere. */
function compile(root: string, buildInfo?: string): Promise<Finished> {
  const incremental = buildInfo === undefined ? ["false"] : ["true", "--tsBuildInfoFile", buildInfo];
  const args = ["--project", root, "--noEmit", "--pretty", "false", "--incremental", ...incremental];
  return run(process.execPath, [compiler, ...args], { cwd: root });
}
