import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** Where what belongs to a built program is kept: a directory of the user's cache, one per version and platform. */
export function cacheDirectory(program: string, version: string, env: NodeJS.ProcessEnv): string {
  return join(cachesDirectory(env), `${program}-v${version}-${process.platform}-${process.arch}`);
}

/** The directory in the user's cache that all built programs are below. */
export function cachesDirectory(env: NodeJS.ProcessEnv): string {
  const set = env["XDG_CACHE_HOME"];
  const caches = set === undefined || set === "" ? join(homedir(), ".cache") : set;
  return resolve(caches, "typed-manifests");
}
