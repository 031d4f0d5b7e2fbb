import { cpSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure, exitCodes, UserError } from "@kit/errors";
import { run, temporaryDirectory } from "@kit/programs";
import { planOf, type FilePlan } from "@kit/scaffold";
import type { Moves } from "@kit/scaffold/life";
import { filesBelow } from "@kit/tree";
import { writePlan } from "../plans/write-plan.ts";
import { linkDependencies } from "./trial-dependencies.ts";
import { snapshotOf, type Snapshot } from "../snapshots/snapshot.ts";

/** What a build makes of a change before anything is changed. */
export interface TriedPlan {
  readonly snapshot: Snapshot;
  /** What the change does to generated/. */
  readonly generated: FilePlan;
  /** What the build printed, where its checks have found something. */
  readonly found: string | undefined;
}

/**
 * Makes a change in a copy of the repository, and builds it there as the repository's own build does.
 *
 * @param moves The folders that are elsewhere with it.
 * @param build The program that builds, with its arguments.
 * @throws UserError with the build's own words where it does not build; EnvironmentFailure where the machine fails.
 */
export async function tryPlan(
  root: string,
  plan: FilePlan,
  moves: Moves,
  build: readonly [file: string, ...args: string[]],
): Promise<TriedPlan> {
  using copy = temporaryDirectory();
  copyRepository(root, copy.path);
  writePlan(copy.path, plan);
  linkDependencies(root, copy.path, moves);
  // A kit that is of the repository builds its copy itself.
  const [file, ...args] = build.map((one) =>
    one.startsWith(`${root}/packages/`) ? copy.path + one.slice(root.length) : one,
  );
  const { exitCode, stdout, stderr } = await run(file!, args, { cwd: copy.path, env: process.env });
  if (exitCode !== exitCodes.ok && exitCode !== exitCodes.finding) {
    throw failure(exitCode, `${stdout}${stderr}`.replaceAll(`${copy.path}/`, "").replaceAll(copy.path, "."));
  }
  const before = new Map(filesBelow(root, "generated"));
  const after = new Map(filesBelow(copy.path, "generated"));
  const paths = new Set([...before.keys(), ...after.keys()]);
  return {
    snapshot: { ...snapshotOf(copy.path), name: "the change" },
    generated: planOf(before, new Map([...paths].map((path) => [path, after.get(path)]))),
    found: exitCode === exitCodes.finding ? stdout.replaceAll(`${copy.path}/`, "") : undefined,
  };
}

function failure(exitCode: number, said: string): UserError | EnvironmentFailure {
  const lines = said.trim().replaceAll(/^/gm, "  ");
  if (exitCode !== exitCodes.userError) {
    const what = `the build of a copy with the change failed:\n${lines}`;
    return new EnvironmentFailure(
      "subprocess-failed",
      what,
      "correct what it names, then start again; nothing was written",
    );
  }
  return new UserError({
    code: "change-not-built",
    what: `the repository would not build with the change. Its build says:\n${lines}`,
    where: "a copy of the repository with the change",
    next: "do by hand what it needs, then start again; nothing was written",
  });
}

/** What a build reads: all but what git and tools keep. */
function copyRepository(root: string, path: string): void {
  for (const name of readdirSync(root)) {
    if (name === "node_modules" || (name.startsWith(".") && lstatSync(join(root, name)).isDirectory())) continue;
    cpSync(join(root, name), join(path, name), {
      recursive: true,
      verbatimSymlinks: true,
      preserveTimestamps: true,
      filter: (source) => !/\/(node_modules|\.turbo)$/.test(source),
    });
  }
}
