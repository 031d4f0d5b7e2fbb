import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { pinOf } from "./pins.ts";
import type { ProgramName } from "./programs.ts";

/** Where what belongs to a pinned program is kept: a directory of the user's cache, one per version and platform. */
export function cacheDirectory(name: ProgramName, env: NodeJS.ProcessEnv): string {
  const { family, version } = pinOf(name);
  const set = env["XDG_CACHE_HOME"];
  const caches = set === undefined || set === "" ? join(homedir(), ".cache") : set;
  return resolve(caches, "typed-manifests", `${family}-v${version}-${process.platform}-${process.arch}`);
}
