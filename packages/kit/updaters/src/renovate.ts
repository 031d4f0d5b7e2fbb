import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { cacheDirectory, run, writeWhole, type GoBuildOptions } from "@kit/programs";
import { engineSources } from "./engine-sources.ts";

/**
 * The directory in which the pinned Renovate is installed: by pnpm, on first use, into the user's cache directory. It
 * is a third of a gigabyte, so it is not a dependency of this repository. No code of it runs while it is installed.
 *
 * @throws EnvironmentFailure where pnpm cannot install it, with what pnpm said.
 */
export async function renovate({ env, onProgress }: Omit<GoBuildOptions, "go">): Promise<string> {
  const files = engineSources("renovate");
  const [, version = ""] = /"renovate": "(.+)"/.exec(files["package.json"] ?? "") ?? [];
  const digest = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
  const directory = join(cacheDirectory("renovate", `${version}-${digest}`, env), "installed");
  const isThere = (): boolean => existsSync(directory);
  if (isThere()) return directory;
  onProgress(`installing renovate ${version}, once: half a minute`);
  await writeWhole(directory, async (target) => install(files, target, env), { isThere: async () => isThere() });
  return directory;
}

async function install(files: Readonly<Record<string, string>>, target: string, env: NodeJS.ProcessEnv): Promise<void> {
  mkdirSync(target);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(target, name), text);
  await runPnpm(["install", "--frozen-lockfile", "--ignore-scripts", "--ignore-workspace"], target, env);
}

async function runPnpm(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { exitCode, stdout, stderr } = await run("pnpm", args, { cwd, env: { ...env, CI: "true" } });
  if (exitCode === 0) return;
  const what = `pnpm could not install renovate:\n${stderr.trim() || stdout.trim()}`;
  throw new EnvironmentFailure("subprocess-failed", what, "correct what pnpm complains about, then start again");
}
