import { cpSync } from "node:fs";
import { basename } from "node:path";
import { repositoryRoot, temporaryDirectory } from "@kit/testing";
import { benchBuild, type BuildResult } from "./bench-build.ts";
import type { Turns } from "./measurement.ts";
import { plainEnvironment, runTimed, runToEnd } from "./processes.ts";

// What a clone does not have.
const left = new Set(["node_modules", ".git", ".turbo"]);

/** Measures `pnpm build` of this repository, in a copy with its own installed dependencies. */
export async function benchOwnBuild(turns: Turns): Promise<BuildResult> {
  using copy = temporaryDirectory();
  cpSync(repositoryRoot, copy.path, { recursive: true, filter: (source) => !left.has(basename(source)) });
  const install = ["install", "--frozen-lockfile", "--prefer-offline"];
  await runToEnd("pnpm", install, { cwd: copy.path, env: plainEnvironment() });
  return await benchBuild(copy.path, turns, (root) => runTimed("pnpm", ["build"], root));
}
