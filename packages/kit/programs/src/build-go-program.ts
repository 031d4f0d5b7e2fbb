import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { cacheDirectory } from "./cache-directory.ts";
import { builtOnce } from "./built-once.ts";
import { run } from "./run.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

/** What building with Go depends on. */
export interface GoBuildOptions {
  /** The program. */
  readonly go: string;
  readonly env: NodeJS.ProcessEnv;
  /** Told what takes long. */
  readonly onProgress: (message: string) => void;
}

/** A program of one Go module. */
export interface GoProgram {
  readonly name: string;
  readonly version: string;
  /** Its sources, by file name. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * A program that Go has built, on first use, into the user's cache directory, and anew when its sources are others.
 *
 * @throws EnvironmentFailure where Go cannot build it, with what Go said.
 */
export async function buildGoProgram({ name, version, sources }: GoProgram, options: GoBuildOptions): Promise<string> {
  const digest = createHash("sha256").update(JSON.stringify(sources)).digest("hex").slice(0, 12);
  const file = join(cacheDirectory(name, `${version}-${digest}`, options.env), name);
  await builtOnce(file, {
    // Whatever it says: half a program, or one for another machine, the system cannot run.
    starts: async () => (await run(file, ["--help"], { env: options.env, timeout: 10_000, input: "" })).exitCode !== -1,
    build: (target) => compile(name, sources, target, options),
    onBuild: () => options.onProgress(`building ${name} ${version} with Go, once: some seconds`),
    onProgress: options.onProgress,
  });
  return file;
}

/** The texts of the files in a folder, by name. */
export function sourcesIn(directory: string): Record<string, string> {
  return Object.fromEntries(readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), "utf8")]));
}

async function compile(
  name: string,
  sources: Readonly<Record<string, string>>,
  target: string,
  { go, env }: GoBuildOptions,
): Promise<void> {
  using directory = temporaryDirectory();
  for (const [file, text] of Object.entries(sources)) writeFileSync(join(directory.path, file), text);
  const args = ["build", "-trimpath", "-o", target, "."];
  const { exitCode, stderr } = await run(go, args, { cwd: directory.path, env });
  if (exitCode === 0) return;
  const next = "correct what Go complains about, then start again";
  throw new EnvironmentFailure("subprocess-failed", `Go could not build ${name}:\n${stderr.trim()}`, next);
}
