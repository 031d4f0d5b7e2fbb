import { existsSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { builtOnce, run } from "@kit/programs";
import { startsAtAll } from "./program-version.ts";
import { builtIn, pinOf, type Pin } from "./pins.ts";
import type { BuiltName, Program, ProgramName } from "./programs.ts";

// Several clusters start at once in one process: they wait for one build.
const building = new Map<string, Promise<void>>();

/** A pinned program, if it was built before, and starts. */
export async function builtProgram(name: ProgramName, env: NodeJS.ProcessEnv): Promise<Program | undefined> {
  const file = await builtFile(name, env);
  return file === undefined ? undefined : { name, file, version: pinOf(name).version, origin: "built with Go" };
}

/** The file of a pinned program, if it was built before, and starts. */
export async function builtFile(name: BuiltName, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const file = join(builtIn(name, env), name);
  return existsSync(file) && (await startsAtAll(file, env)) ? file : undefined;
}

/**
 * Builds pinned programs with Go into the user's cache directory, one after the other.
 *
 * Each is there once it is whole: after an interruption the next build goes on with the one that is missing.
 *
 * @throws EnvironmentFailure where Go cannot build one, with what Go said.
 */
export async function buildPrograms(
  names: readonly BuiltName[],
  go: string,
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<void> {
  const seconds = names.reduce((sum, name) => sum + pinOf(name).seconds, 0);
  const what = names.includes("sync-engine") ? "the sync engine" : "the control plane";
  onProgress(`building ${what} with Go, once: about ${duration(seconds)} on 2 cores`);
  for (const [index, name] of names.entries()) {
    const file = join(builtIn(name, env), name);
    onProgress(`building ${name} ${pinOf(name).version} (${index + 1} of ${names.length})`);
    await buildProgram({ name, pin: pinOf(name), file }, go, env, onProgress);
  }
}

interface ProgramToBuild {
  readonly name: BuiltName;
  readonly pin: Pin;
  readonly file: string;
}

/** Builds one program to where it is to be. */
export async function buildProgram(
  program: ProgramToBuild,
  go: string,
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<void> {
  const { file } = program;
  const build = building.get(file) ?? compile(program, go, env, onProgress).finally(() => building.delete(file));
  building.set(file, build);
  await build;
}

function compile(
  { name, pin, file }: ProgramToBuild,
  go: string,
  env: NodeJS.ProcessEnv,
  onProgress: (message: string) => void,
): Promise<void> {
  return builtOnce(file, {
    starts: () => startsAtAll(file, env),
    async build(target) {
      const args = ["build", "-trimpath", "-ldflags", linkerFlags(pin), "-o", target, pin.package];
      // As Kubernetes' own releases: it also runs where the C library differs.
      const { exitCode, stderr } = await run(go, args, { cwd: pin.directory, env: { ...env, CGO_ENABLED: "0" } });
      if (exitCode !== 0) throw buildFailure(name, pin, stderr.trim());
    },
    onProgress,
  });
}

// Without its version the API server says a template text, which kubectl cannot read.
function linkerFlags({ family, version }: Pin): string {
  const [major, minor] = version.split(".");
  const says = { gitVersion: `v${version}`, gitMajor: major, gitMinor: minor };
  const set = Object.entries(says).map(([key, value]) => `-X k8s.io/component-base/version.${key}=${value}`);
  return ["-s -w", ...(family === "kubernetes" ? set : [])].join(" ");
}

function buildFailure(name: BuiltName, { version, goVersion }: Pin, said: string): EnvironmentFailure {
  const what = `Go could not build ${name} ${version}:\n${said}`;
  if (said.includes("no space left on device")) {
    return new EnvironmentFailure("disk-full", what, "free some space, then start again: it goes on with this program");
  }
  const next = `correct what Go says (Go ${goVersion} or newer is needed), then start again: it goes on with this program`;
  return new EnvironmentFailure("subprocess-failed", what, next);
}

function duration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "a minute" : `${minutes} minutes`;
}
