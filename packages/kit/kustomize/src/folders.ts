import { listOf, mapOf } from "@kit/kube";
import { documentsOf, kustomizationNames, kustomizationOf, type Kustomization } from "./kustomization.ts";
import { componentsOf, folderOf, resourcesOf, walkFolders } from "./walk-folders.ts";

/** A folder with a kustomization. Its paths are from the repository's root. */
export interface KustomizationFolder {
  readonly folder: string;
  /** Its kustomization. */
  readonly file: string;
  readonly content: Kustomization;
  /** Files and folders, those of the deprecated `bases` too. */
  readonly resources: readonly string[];
  readonly components: readonly string[];
  readonly transformers: readonly Configured[];
}

/** What configures a generator, a transformer or a validator: a file, or what stands in the kustomization itself. */
type Configured = { readonly path: string } | { readonly inline: string; readonly index: number };

/** The folders that kustomize goes through for an overlay, by their paths. */
export interface Folders {
  readonly levels: ReadonlyMap<string, KustomizationFolder>;
  /** False where something comes from elsewhere: another repository, a chart, a program. */
  readonly isWhole: boolean;
  /** What they refer to and the files do not have, as paths from the repository's root. */
  readonly missing: readonly string[];
}

/**
 * The folders that an overlay is built from, itself first.
 *
 * @param files Text by path from the repository's root.
 */
export function readFolders(overlay: string, files: ReadonlyMap<string, string>): Folders {
  const { found: levels, missing } = walkFolders(overlay, (folder) => {
    const found = levelOf(folder, files);
    const next = found === undefined ? [] : [...found.resources, ...found.components];
    return found && { found, next: next.filter((path) => !files.has(path)) };
  });
  return { levels, isWhole: missing.length === 0 && !levels.values().some(isForeign), missing };
}

function isForeign({ content }: KustomizationFolder): boolean {
  return foreign.some((field) => content[field] !== undefined);
}

// What programs make of them, only they know.
const foreign = ["helmCharts", "helmChartInflationGenerator", "generators"];

function levelOf(folder: string, files: ReadonlyMap<string, string>): KustomizationFolder | undefined {
  const file = kustomizationNames.map((name) => `${folder}/${name}`).find((path) => files.has(path));
  if (file === undefined) return undefined;
  const content = kustomizationOf(files.get(file) ?? "");
  return {
    folder,
    file,
    content,
    resources: resourcesOf(folder, content),
    components: componentsOf(folder, content),
    transformers: listOf(content["transformers"]).flatMap((one, index) =>
      typeof one === "string" ? configured(one, index, folder, files) : [],
    ),
  };
}

/** A folder of configurations has a kustomization of its own, which lists them as resources. */
function configured(
  entry: string,
  index: number,
  folder: string,
  files: ReadonlyMap<string, string>,
): readonly Configured[] {
  const isInline = documentsOf(entry).some((document) => mapOf(document)["kind"] !== undefined);
  if (isInline) return [{ inline: entry, index }];
  const path = folderOf(folder, entry);
  if (files.has(path)) return [{ path }];
  return (levelOf(path, files)?.resources ?? []).flatMap((resource) => configured(resource, index, ".", files));
}
