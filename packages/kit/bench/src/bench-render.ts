import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Engine } from "@kit/render";
import { temporaryDirectory } from "@kit/testing";
import type { RenderTask } from "./children/render-task.ts";
import { inTurns, type Measurement, type Turns } from "./measurement.ts";
import { runMeasured } from "./processes.ts";

/** Rendering the same overlays. */
export interface RenderResult {
  readonly overlays: number;
  /** The kit: kustomize, as many at once as there are cores; what it prints is read, split and checked. */
  readonly kit: Measurement;
  /** Plain kustomize calls, as many at once. */
  readonly plain: Measurement;
  /** Plain kustomize calls, one after another: for information, and so measured once. */
  readonly sequential: Measurement;
}

const kit = fileURLToPath(import.meta.resolve("./children/render-kit.ts"));
const plain = fileURLToPath(import.meta.resolve("./children/render-plain.ts"));

/**
 * Measures @kit/render, without its cache, against plain kustomize calls.
 *
 * @param directory Where `overlays/` and `generated/` are; absolute.
 * @throws Error where the two do not print the same bytes.
 */
export async function benchRender(
  directory: string,
  ids: readonly string[],
  engine: Engine,
  turns: Turns,
): Promise<RenderResult> {
  using scratch = temporaryDirectory();
  const measure = (program: string, output: string, parallelism: number) => {
    const task: RenderTask = { directory, engine, ids, parallelism, output: join(scratch.path, output) };
    mkdirSync(task.output, { recursive: true });
    return runMeasured([program, JSON.stringify(task)]);
  };
  const result = await inTurns(turns, {
    kit: () => measure(kit, "kit", availableParallelism()),
    plain: () => measure(plain, "plain", availableParallelism()),
  });
  const once = { turns: 1, onTurn: () => {} };
  const { sequential } = await inTurns(once, { sequential: () => measure(plain, "sequential", 1) });
  requireSameFiles(join(scratch.path, "kit"), join(scratch.path, "plain"), ids.length);
  return { overlays: ids.length, ...result, sequential };
}

function requireSameFiles(one: string, other: string, expected: number): void {
  const names = readdirSync(one);
  const different = names.filter((name) => !readFileSync(join(one, name)).equals(readFileSync(join(other, name))));
  if (different.length > 0) throw new Error(`not the same bytes: ${different.slice(0, 5).join(", ")}`);
  if (names.length !== expected) throw new Error(`${names.length} overlays were rendered instead of ${expected}`);
}
