import { existsSync } from "node:fs";
import { join } from "node:path";
import { cachesDirectory, locateOnPath, run } from "@kit/programs";
import type { Cache } from "./tool.ts";

/** The caches that commands fill, and those of the programs that they run, as far as they are there. */
export async function findCaches(root: string, env: NodeJS.ProcessEnv): Promise<Cache[]> {
  const [goBuild, goModules] = (await says("go", ["env", "GOCACHE", "GOMODCACHE"], env)).split("\n");
  const [store] = (await says("pnpm", ["store", "path"], { ...env, PWD: root }, root)).split("\n");
  const known = [
    ["of this repository", join(root, "node_modules/.cache")],
    ["built programs", cachesDirectory(env)],
    ["Go's builds", goBuild],
    ["Go's modules", goModules],
    ["pnpm's store", store],
  ] as const;
  const there = known.filter((one): one is [(typeof one)[0], string] => one[1] !== undefined && existsSync(one[1]));
  return Promise.all(there.map(async ([name, path]) => ({ name, path, bytes: await sizeOf(path, env) })));
}

async function says(name: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd?: string): Promise<string> {
  const file = locateOnPath(name, env);
  if (file === undefined) return "";
  const { stdout } = await run(file, args, { env, timeout: 10_000, ...(cwd === undefined ? {} : { cwd }) });
  return stdout.trim();
}

// Go's module cache has hundreds of thousands of files: a program of the system counts them in a second.
async function sizeOf(path: string, env: NodeJS.ProcessEnv): Promise<number | undefined> {
  const du = locateOnPath("du", env);
  if (du === undefined) return undefined;
  const { stdout } = await run(du, ["-sk", path], { env, timeout: 60_000 });
  const kibibytes = Number(/^\d+/.exec(stdout)?.[0]);
  return Number.isNaN(kibibytes) ? undefined : kibibytes * 1024;
}
