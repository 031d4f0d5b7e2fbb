import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { cacheDirectory, locateOnPath, run, writeWhole } from "@kit/programs";

/** A Go program to be measured against. */
export interface GoTool {
  readonly file: string;
  readonly version: string;
}

/** Their modules, by their names. Each has a go.mod of its own, which pins it. */
const modules = { dyff: "github.com/homeport/dyff", "kube-score": "github.com/zegl/kube-score" };

/**
 * A pinned program, built with Go on first use into the user's cache directory.
 *
 * @throws EnvironmentFailure where there is no Go, or it cannot build it.
 */
export async function goTool(
  name: keyof typeof modules,
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<GoTool> {
  const directory = join(import.meta.dirname, "../engine", name);
  const text = readFileSync(join(directory, "go.mod"), "utf8");
  const version = new RegExp(`${modules[name]} v(\\S+)`).exec(text)![1]!;
  const file = join(cacheDirectory(name, version, env), name);
  if (!existsSync(file)) {
    onProgress(`building ${name} ${version} with Go, once: about a minute`);
    const command = `${modules[name]}/cmd/${name}`;
    await writeWhole(file, async (target) => {
      const args = ["build", "-trimpath", "-ldflags", "-s -w", "-o", target, command];
      const { exitCode, stderr } = await run(locateOnPath("go", env) ?? "go", args, { cwd: directory, env });
      if (exitCode !== 0) throw cannotBuild(`${name} ${version}`, stderr);
    });
  }
  return { file, version };
}

function cannotBuild(what: string, said: string): EnvironmentFailure {
  const next = "install Go 1.25 or newer, or fix what it complains about";
  return new EnvironmentFailure("subprocess-failed", `Go could not build ${what}:\n${said.trim()}`, next);
}
