import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Engine } from "./engine.ts";
import { runEngine } from "./run-engine.ts";

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
  const copy = mkdtempSync(join(tmpdir(), "overlay-"));
  try {
    prepare(copy);
    const { exitCode, stdout } = await runEngine(engine, `overlays/${id}`, { cwd: copy, env });
    return exitCode === 0 ? stdout : undefined;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
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
