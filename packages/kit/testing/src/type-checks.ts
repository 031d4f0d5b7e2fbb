import { cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";

const cache = "node_modules/.cache/manifests";
/** Digests of sources that have compiled. */
const compiled = "type-check";
/** What the compiler knows of the kit's sources and of the dependencies. */
const buildInfo = "tsbuildinfo";

/**
 * Gives a repository what other builds of this test run remember of their type-checks. The kit's sources stay the same as
 * long as the run lasts, and hundreds of repositories begin alike.
 */
export function takeTypeChecks(root: string): void {
  const kept = keptIn();
  if (kept === undefined) return;
  for (const name of [compiled, buildInfo]) copy(join(kept, name), join(root, cache, name));
}

/** Keeps what a temporary repository remembers for those that come. */
export function keepTypeChecks(root: string): void {
  const kept = keptIn();
  if (kept === undefined) return;
  copy(join(root, cache, compiled), join(kept, compiled));
  if (!existsSync(join(kept, buildInfo))) copy(join(root, cache, buildInfo), join(kept, buildInfo));
}

/** Undefined outside of a test run that has a place for it. */
function keptIn(): string | undefined {
  const run = process.env["TEST_RUN_DIRECTORY"];
  return run === undefined ? undefined : join(run, "type-checks");
}

function copy(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  // Several workers do this at once.
  cpSync(from, `${to}.${process.pid}`);
  renameSync(`${to}.${process.pid}`, to);
}
