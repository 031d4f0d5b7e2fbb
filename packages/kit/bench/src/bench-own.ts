import { cpSync } from "node:fs";
import { basename } from "node:path";
import { repositoryRoot, temporaryDirectory } from "@kit/testing";
import { benchBuild, type BuildResult } from "./bench-build.ts";
import { inTurns, type Measurement, type Turns } from "./measurement.ts";
import { plainEnvironment, runTimed, runToEnd } from "./processes.ts";

// What a clone does not have.
const left = new Set(["node_modules", ".git", ".turbo"]);

/** This repository's own commands, as people start them. */
export interface OwnResult extends BuildResult {
  readonly check: Measurement;
}

/** Measures `pnpm build` and `pnpm check` of this repository, in a copy with its own installed dependencies. */
export async function benchOwn(turns: Turns): Promise<OwnResult> {
  using copy = temporaryDirectory();
  cpSync(repositoryRoot, copy.path, { recursive: true, filter: (source) => !left.has(basename(source)) });
  const install = ["install", "--frozen-lockfile", "--prefer-offline"];
  await runToEnd("pnpm", install, { cwd: copy.path, env: plainEnvironment() });
  const build = await benchBuild(copy.path, turns, (root) => runTimed("pnpm", ["build"], root));
  const { check } = await inTurns(turns, { check: () => runTimed("pnpm", ["check"], copy.path) });
  return { ...build, check };
}
