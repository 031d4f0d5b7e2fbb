import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startScript } from "@kit/testing";
import { inTurns, type Measurement, type Sample, type Turns } from "./measurement.ts";
import { runTimed } from "./processes.ts";

/** The whole build of a repository, as a person starts it. */
export interface BuildResult {
  /** The compiler alone, without what it knows of the last run. */
  readonly typeCheck: Measurement;
  /** Nothing is there yet: no `generated/`, no cache. */
  readonly cold: Measurement;
  /** Again, without any change. */
  readonly unchanged: Measurement;
}

const compiler = join(fileURLToPath(import.meta.resolve("typescript/package.json")), "../bin/tsc");

/** Measures builds of a repository. Its `generated/` is that of a build at the end. */
export function benchBuild(root: string, turns: Turns, build = buildIn): Promise<BuildResult> {
  return inTurns(turns, {
    typeCheck: () => {
      forget(root);
      return runTimed(process.execPath, [compiler, "--project", "."], root);
    },
    cold: () => {
      forget(root);
      rmSync(join(root, "generated"), { recursive: true, force: true });
      return build(root);
    },
    unchanged: () => build(root),
  });
}

/** Removes what earlier builds and type-checks left as caches. */
function forget(root: string): void {
  rmSync(join(root, "node_modules/.cache"), { recursive: true, force: true });
}

/** This repository's `pnpm build` without pnpm, which a generated repository does not have. */
function buildIn(root: string): Promise<Sample> {
  return runTimed(process.execPath, [startScript, "build"], root);
}
