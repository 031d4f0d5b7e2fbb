import { dirname, join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { builtOnce, cacheDirectory, locateOnPath, run } from "@kit/programs";

/** The helm that is built where there is none on PATH. */
const version = "3.22.0";

/**
 * The helm that charts are rendered with: the one on PATH, else the pinned version, built once with the machine's Go.
 *
 * @throws EnvironmentFailure where there is neither, or Go cannot build it.
 */
export async function findHelm(env: NodeJS.ProcessEnv, onProgress: (message: string) => void): Promise<string> {
  const own = locateOnPath("helm", env);
  if (own !== undefined) return own;
  const go = locateOnPath("go", env);
  if (go === undefined) {
    const what = "a chart needs helm, and there is neither helm nor go on PATH";
    throw new EnvironmentFailure("subprocess-failed", what, "install helm 3 or 4, or Go, which builds helm once");
  }
  const file = join(cacheDirectory("helm", version, env), "helm");
  await builtOnce(file, {
    starts: async () => (await run(file, ["version", "--short"], { env })).exitCode === 0,
    build: (target) => install(go, target, env),
    onBuild: () => onProgress(`building helm ${version} with Go, once: some minutes`),
    onProgress,
  });
  return file;
}

/** The version is held to Go's database of checksums. */
async function install(go: string, target: string, env: NodeJS.ProcessEnv): Promise<void> {
  const args = ["install", "-trimpath", "-ldflags", "-s -w", `helm.sh/helm/v3/cmd/helm@v${version}`];
  const { exitCode, stderr } = await run(go, args, { env: { ...env, GOBIN: dirname(target), GOFLAGS: "" } });
  if (exitCode === 0) return;
  const what = `Go could not build helm ${version}:\n${stderr.trim()}`;
  throw new EnvironmentFailure("subprocess-failed", what, "install helm 3 or 4, or correct what Go complains about");
}
