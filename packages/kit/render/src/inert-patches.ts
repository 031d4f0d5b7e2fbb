import { readKustomization, toJson, type DataMap } from "@kit/yaml";
import { buildIn, writeInputs } from "./build-in.ts";
import { findKustomize, type EngineOptions } from "./find-kustomize.ts";
import { overlayInputs } from "./overlay-inputs.ts";
import { listIn, parseKustomization } from "./parse-kustomization.ts";
import type { Overlay } from "./read-overlay.ts";

/**
 * The positions of an overlay's patches that have a `target` and change nothing, found by building the overlay
 * without each of them. Kustomize says nothing where a target matches no object.
 *
 * Only a patch with a target is tried, so most overlays cost nothing, and need no kustomize. Of an overlay that is
 * built from another repository, or that kustomize refuses, none is told.
 *
 * @param directory Where `overlays/` and `generated/` are; absolute.
 */
export async function inertPatches(
  directory: string,
  { id, file }: Pick<Overlay, "id" | "file">,
  options: EngineOptions,
): Promise<number[]> {
  const patches = listIn(parseKustomization(directory, file), "patches");
  const targeted = patches.flatMap((patch, index) => (hasTarget(patch) ? [index] : []));
  const inputs = targeted.length === 0 ? undefined : overlayInputs(directory, id);
  if (inputs === undefined) return [];
  const engine = await findKustomize(options);
  const build = (kustomization: string): Promise<string | undefined> => {
    const changed = new Map(inputs).set(file, kustomization);
    return buildIn(id, (copy) => writeInputs(copy, changed), engine, options.env);
  };
  const text = inputs.get(file) ?? "";
  const [whole, ...others] = await Promise.all([text, ...targeted.map((index) => without(text, index))].map(build));
  return whole === undefined ? [] : targeted.filter((_, position) => others[position] === whole);
}

function hasTarget(patch: unknown): boolean {
  return typeof patch === "object" && patch !== null && "target" in patch && patch.target !== null;
}

/** As JSON, which says to kustomize what it has read. */
function without(text: string, index: number): string {
  const { patches, ...rest } = readKustomization(text)!.data as DataMap;
  return toJson({ ...rest, patches: (patches as DataMap[]).toSpliced(index, 1) });
}
