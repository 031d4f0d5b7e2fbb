import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryDirectory } from "@kit/programs";
import type { Engine } from "./engine.ts";
import { runKustomize } from "./run-kustomize.ts";

/**
 * What kustomize prints for an overlay in a directory of its own, or undefined where it refuses it.
 *
 * @param prepare Writes into the directory what kustomize is to read.
 */
export async function buildIn(
  id: string,
  prepare: (directory: string) => void,
  engine: Engine,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  using copy = temporaryDirectory();
  prepare(copy.path);
  const where = { cwd: copy.path, env: { ...env, TMPDIR: copy.path } };
  const { exitCode, stdout } = await runKustomize(engine, `overlays/${id}`, where);
  return exitCode === 0 ? stdout : undefined;
}

/**
 * Writes files into a directory.
 *
 * @param inputs Texts by path, as `overlayInputs` gives them; a path that ends in `/` is a folder.
 */
export function writeInputs(directory: string, inputs: ReadonlyMap<string, string>): void {
  for (const [path, text] of inputs) {
    const target = join(directory, path);
    mkdirSync(path.endsWith("/") ? target : dirname(target), { recursive: true });
    if (!path.endsWith("/")) writeFileSync(target, text);
  }
}
