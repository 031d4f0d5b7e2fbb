import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { builtOnce, cacheDirectory, run } from "@kit/programs";
import type { Engine } from "./engine.ts";
import { kustomizeVersion } from "./engine-version.ts";

const module = "sigs.k8s.io/kustomize/kustomize/v5";
const moduleDirectory = join(import.meta.dirname, "../engine");

/**
 * The pinned kustomize, built with Go on first use into the user's cache directory.
 *
 * @throws EnvironmentFailure where Go cannot build it, with what Go said.
 */
export async function buildKustomize(
  go: string,
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<Engine> {
  const engine = pinned(env);
  const { file, version } = engine;
  await builtOnce(file, {
    starts: async () => (await kustomizeVersion(file, env)) === version,
    build: (target) => compile(go, version, target, env),
    onBuild: () => onProgress(`building kustomize ${version} with Go, once: about a minute`),
    onProgress,
  });
  return engine;
}

/** The pinned kustomize, if it was built before, and runs. */
export async function builtKustomize(env: NodeJS.ProcessEnv): Promise<Engine | undefined> {
  const engine = pinned(env);
  const isThere = existsSync(engine.file) && (await kustomizeVersion(engine.file, env)) === engine.version;
  return isThere ? engine : undefined;
}

function pinned(env: NodeJS.ProcessEnv): Engine {
  const version = pinnedVersion();
  const file = join(cacheDirectory("kustomize", version, env), "kustomize");
  return { file, args: ["build"], version, origin: "built with Go" };
}

function pinnedVersion(): string {
  const text = readFileSync(join(moduleDirectory, "go.mod"), "utf8");
  return new RegExp(`${module} v(\\S+)`).exec(text)![1]!;
}

async function compile(go: string, version: string, target: string, env: NodeJS.ProcessEnv): Promise<void> {
  const flags = `-s -w -X sigs.k8s.io/kustomize/api/provenance.version=v${version}`;
  const args = ["build", "-trimpath", "-ldflags", flags, "-o", target, module];
  const { exitCode, stderr } = await run(go, args, { cwd: moduleDirectory, env });
  if (exitCode === 0) return;
  const next = "install kustomize 5.4 or newer, or kubectl 1.31 or newer, or fix what Go complains about";
  throw new EnvironmentFailure("subprocess-failed", `Go could not build kustomize ${version}:\n${stderr.trim()}`, next);
}
