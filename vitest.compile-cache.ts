import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A directory for what a run of the tests keeps: hundreds of processes load and check the same files. Commands keep there
 * what Node compiles, which they never do by themselves, because a system's sources would be in it; temporary repositories
 * what has been type-checked (packages/kit/testing/src/type-checks.ts).
 */
export default function compileCache(): () => void {
  const directory = mkdtempSync(join(tmpdir(), "manifests-compiled-"));
  process.env["NODE_COMPILE_CACHE"] = join(directory, "node");
  process.env["TEST_RUN_DIRECTORY"] = directory;
  // A worker that ends writes what it compiled, also while the directory is being removed.
  return () => rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
