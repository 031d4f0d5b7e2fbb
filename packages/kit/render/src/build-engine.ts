import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import type { Engine } from "./engine.ts";
import { run } from "./run.ts";

const module = "sigs.k8s.io/kustomize/kustomize/v5";
const moduleDirectory = join(import.meta.dirname, "../engine");

/**
 * The pinned kustomize, built with Go on first use into the user's cache directory.
 *
 * The program is renamed into place when it is whole, so a build that is interrupted leaves nothing to trip over.
 *
 * @throws EnvironmentFailure where Go cannot build it, with what Go said.
 */
export async function buildEngine(
  go: string,
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<Engine> {
  const version = pinnedVersion();
  const directory = join(cacheDirectory(env), `kustomize-v${version}-${process.platform}-${process.arch}`);
  const file = join(directory, "kustomize");
  if (!existsSync(file)) await compile(go, version, directory, file, env, onProgress);
  return { file, args: ["build"], version, origin: "built with Go" };
}

function pinnedVersion(): string {
  const text = readFileSync(join(moduleDirectory, "go.mod"), "utf8");
  return new RegExp(`${module} v(\\S+)`).exec(text)![1]!;
}

function cacheDirectory(env: NodeJS.ProcessEnv): string {
  const home = env["XDG_CACHE_HOME"];
  return join(home === undefined || home === "" ? join(homedir(), ".cache") : home, "typed-manifests");
}

async function compile(
  go: string,
  version: string,
  directory: string,
  file: string,
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<void> {
  onProgress(`building kustomize ${version} with Go, once: about a minute`);
  mkdirSync(directory, { recursive: true });
  const temporary = mkdtempSync(join(directory, ".build-"));
  try {
    const target = join(temporary, "kustomize");
    const flags = `-s -w -X sigs.k8s.io/kustomize/api/provenance.version=v${version}`;
    const args = ["build", "-trimpath", "-ldflags", flags, "-o", target, module];
    const { exitCode, stderr } = await run(go, args, { cwd: moduleDirectory, env });
    if (exitCode !== 0) {
      const next = "install kustomize 5.4 or newer, or kubectl 1.31 or newer, or mend what Go complains about";
      throw new EnvironmentFailure(
        "subprocess-failed",
        `Go could not build kustomize ${version}:\n${stderr.trim()}`,
        next,
      );
    }
    renameSync(target, file);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
