import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { cacheDirectory, locateOnPath, run, writeWhole } from "@kit/programs";

const module = "github.com/zegl/kube-score";
const moduleDirectory = join(import.meta.dirname, "../engine");

/** kube-score, to be measured against. */
export interface KubeScore {
  readonly file: string;
  readonly version: string;
}

/**
 * The pinned kube-score, built with Go on first use into the user's cache directory.
 *
 * @throws EnvironmentFailure where there is no Go, or it cannot build it.
 */
export async function kubeScore(env: NodeJS.ProcessEnv, onProgress: (message: string) => void): Promise<KubeScore> {
  const text = readFileSync(join(moduleDirectory, "go.mod"), "utf8");
  const version = new RegExp(`${module} v(\\S+)`).exec(text)![1]!;
  const file = join(cacheDirectory("kube-score", version, env), "kube-score");
  if (!existsSync(file)) {
    onProgress(`building kube-score ${version} with Go, once: about a minute`);
    await writeWhole(file, (target) => compile(target, version, env));
  }
  return { file, version };
}

async function compile(target: string, version: string, env: NodeJS.ProcessEnv): Promise<void> {
  const args = ["build", "-trimpath", "-ldflags", "-s -w", "-o", target, `${module}/cmd/kube-score`];
  const go = locateOnPath("go", env);
  const { exitCode, stderr } = await run(go ?? "go", args, { cwd: moduleDirectory, env });
  if (exitCode === 0) return;
  const what = `Go could not build kube-score ${version}:\n${stderr.trim()}`;
  throw new EnvironmentFailure("subprocess-failed", what, "install Go 1.24 or newer, or mend what it complains about");
}
