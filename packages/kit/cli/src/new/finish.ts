import { spawn } from "node:child_process";
import { EnvironmentFailure, exitCodes, UserError } from "@kit/errors";
import { endWithThisProcess } from "@kit/programs";
import { formatPlan, planProblems, showPlan, showWholePlan, uncommitted, writePlan } from "@kit/repository";
import type { FilePlan } from "@kit/scaffold";
import { notice, print, progress } from "@kit/terminal";
import { forTerminal } from "@kit/text";

type Values = Readonly<Record<string, unknown>>;

/**
 * Shows a plan, or writes it, installs and builds. Returns the exit code: that of what failed.
 *
 * @param made What it makes, as the last line says it.
 */
export async function finish(root: string, plan: FilePlan, values: Values, made: string): Promise<number> {
  const formatted = await formatPlan(root, plan);
  if (values["dry-run"] === true) {
    UserError.throwIfAny(planProblems(root, formatted));
    print(showWholePlan(formatted));
    return exitCodes.ok;
  }
  const changed = formatted.filter(({ before }) => before !== undefined).map(({ path }) => path);
  const dirty = uncommittedOf(root, changed);
  writePlan(root, formatted);
  print(showPlan(formatted));
  if (values["no-install"] === true) {
    notice("now run `pnpm install`, then `pnpm build`\n");
    return exitCodes.ok;
  }
  const steps = [
    ["pnpm install", "pnpm", ["install", "--no-frozen-lockfile", "--prefer-offline"]],
    ["build", process.execPath, [process.argv[1]!, "build"]],
  ] as const;
  for (const [step, program, args] of steps) {
    progress(`${step} …`);
    const exitCode = await runThrough(root, program, args);
    if (exitCode !== 0) return failed(step, exitCode, formatted, dirty);
  }
  notice(`${forTerminal(made)} is made: commit it with generated/ and pnpm-lock.yaml\n`);
  return exitCodes.ok;
}

/** @param dirty Files that it changed, and that had changes of somebody's own before. */
function failed(step: string, exitCode: number, plan: FilePlan, dirty: readonly string[]): number {
  const made = plan.filter(({ before }) => before === undefined).map(({ path }) => path);
  const changed = plan.flatMap(({ path, before }) => (before === undefined || dirty.includes(path) ? [] : [path]));
  notice(
    [
      `${step} ended with ${exitCode}; what is above was written, and stays.`,
      "To go on: correct what it says, then run `pnpm install` and `pnpm build`.",
      "To go back:",
      ...(made.length === 0 ? [] : [`  git clean -f -- ${quoted(made)}`]),
      ...(changed.length === 0 ? [] : [`  git restore -- ${quoted(changed)}`]),
      ...dirty.map(
        (path) => `  in ${forTerminal(path)}, which has changes of yours: take out what the diff above adds`,
      ),
      "  pnpm install && pnpm build",
      "",
    ].join("\n"),
  );
  return step === "build" ? exitCode : exitCodes.environmentFailure;
}

/** Those of files that git could not bring back as they are. */
function uncommittedOf(root: string, files: readonly string[]): readonly string[] {
  try {
    return uncommitted(root, files, "").map(({ where }) => where);
  } catch (error) {
    // Without git nothing can be brought back.
    if (error instanceof UserError || error instanceof EnvironmentFailure) return files;
    throw error;
  }
}

function quoted(paths: readonly string[]): string {
  return paths.map((path) => (/^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`)).join(" ");
}

/** Its output is this command's own. 3 where it could not start. */
function runThrough(root: string, program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    endWithThisProcess(child);
    child.once("error", ({ message }) => {
      notice(`${message}\n`);
      resolve(exitCodes.environmentFailure);
    });
    child.once("close", (code) => resolve(code ?? exitCodes.environmentFailure));
  });
}
