import { listOf, mapOf } from "@kit/kube";
import type { KustomizationFolder } from "./folders.ts";
import { folderOf } from "./walk-folders.ts";
import { documentsOf } from "./kustomization.ts";

/** A patch of a kustomization, wherever it is written. */
export interface WrittenPatch {
  /** The patch's own file, or the kustomization that it stands in. */
  readonly file: string;
  /** The kind of its target, where one is named. */
  readonly kind: string | undefined;
  /** Objects, or lists of JSON 6902 operations. */
  readonly documents: readonly unknown[];
}

/** The patches of a folder, also in the fields that are deprecated, and those of its PatchTransformers. */
export function patchesOf(level: KustomizationFolder, files: ReadonlyMap<string, string>): WrittenPatch[] {
  const { folder, file, content, transformers } = level;
  const textOf = (path: string): WrittenPatch["documents"] => documentsOf(files.get(folderOf(folder, path)) ?? "");
  const written = (patch: unknown): WrittenPatch[] => {
    const { path, patch: inline, target } = mapOf(patch);
    const kind = mapOf(target)["kind"];
    const of = { kind: typeof kind === "string" ? kind : undefined };
    if (typeof inline === "string") return [{ ...of, file, documents: documentsOf(inline) }];
    return typeof path === "string" ? [{ ...of, file: folderOf(folder, path), documents: textOf(path) }] : [];
  };
  const strategic = listOf(content["patchesStrategicMerge"]).flatMap((entry) => {
    if (typeof entry !== "string") return [];
    return written(files.has(folderOf(folder, entry)) ? { path: entry } : { patch: entry });
  });
  const configs = transformers.flatMap((one) =>
    documentsOf("inline" in one ? one.inline : (files.get(one.path) ?? "")).map(mapOf),
  );
  return [
    ...strategic,
    ...[...listOf(content["patches"]), ...listOf(content["patchesJson6902"])].flatMap(written),
    ...configs.filter(({ kind }) => kind === "PatchTransformer").flatMap(written),
  ];
}
