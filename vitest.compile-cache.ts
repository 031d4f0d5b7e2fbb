import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Lets the commands that tests start keep what Node compiles, for as long as the tests run: hundreds of processes load
 * the same files. The commands themselves keep nothing, because a system's sources would be in it.
 */
export default function compileCache(): () => void {
  const directory = mkdtempSync(join(tmpdir(), "manifests-compiled-"));
  process.env["NODE_COMPILE_CACHE"] = directory;
  return () => rmSync(directory, { recursive: true, force: true });
}
