import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryDirectory } from "@kit/testing";
import { build } from "esbuild";
import { inTurns, type Measurement, type Turns } from "./measurement.ts";
import { runMeasured } from "./processes.ts";
import { readObjects, requireSameObjects } from "./same-objects.ts";

/** Writing the same objects, from constructing them to files. */
export interface EmitResult {
  /** The kit: a file per object, each validated, and a kustomization per service. */
  readonly kit: Measurement;
  /** cdk8s: a chart, and so a file, per system. */
  readonly cdk8s: Measurement;
  /** Both again, loaded from TypeScript by tsx. */
  readonly kitByTsx: Measurement;
  readonly cdk8sByTsx: Measurement;
}

const kit = fileURLToPath(import.meta.resolve("./children/emit-kit.ts"));
const cdk8s = fileURLToPath(import.meta.resolve("./children/emit-cdk8s.ts"));

/**
 * Measures @kit/emit with @kit/tree against cdk8s, each run in a process of its own and into an empty directory. What
 * is imported before is not in the time.
 *
 * @throws Error where the two do not write the same objects.
 */
export async function benchEmit(services: number, turns: Turns): Promise<EmitResult> {
  using scratch = temporaryDirectory();
  const programs = join(scratch.path, "programs");
  await bundle(programs);
  let run = 0;
  const outputOf = (number: number): string => join(scratch.path, `output-${number}`);
  const measure = (...program: string[]) => runMeasured([...program, String(services), outputOf(run++)]);
  const byTsx = ["--import", import.meta.resolve("tsx")];
  const result = await inTurns(turns, {
    kit: () => measure(join(programs, "emit-kit.mjs")),
    cdk8s: () => measure(join(programs, "emit-cdk8s.mjs")),
    kitByTsx: () => measure(...byTsx, kit),
    cdk8sByTsx: () => measure(...byTsx, cdk8s),
  });
  requireSameObjects(readObjects(outputOf(0)), readObjects(outputOf(1)), 3 * services);
  return result;
}

/** Plain JavaScript in one file each: how TypeScript is loaded is neither program's affair. */
async function bundle(directory: string): Promise<void> {
  await build({
    entryPoints: [kit, cdk8s],
    outdir: directory,
    bundle: true,
    platform: "node",
    format: "esm",
    // cdk8s and what it needs are CommonJS.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
  });
}
