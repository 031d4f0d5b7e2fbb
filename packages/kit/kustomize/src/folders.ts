import { posix } from "node:path";
import { listOf, mapOf } from "@kit/kube";
import { documentsOf, kustomizationNames, kustomizationOf, textsIn, type Kustomization } from "./kustomization.ts";

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
  const levels = new Map<string, KustomizationFolder>();
  const pending = [overlay];
  const missing: string[] = [];
  let isWhole = true;
  for (let folder = pending.shift(); folder !== undefined; folder = pending.shift()) {
    if (levels.has(folder)) continue;
    const level = levelOf(folder, files);
    if (level === undefined) {
      isWhole = false;
      missing.push(folder);
      continue;
    }
    levels.set(folder, level);
    const referred = [...level.resources, ...level.components];
    pending.push(...referred.filter((path) => !files.has(path)));
    if (foreign.some((field) => level.content[field] !== undefined)) isWhole = false;
  }
  return { levels, isWhole, missing };
}

// What programs make of them, only they know.
const foreign = ["helmCharts", "helmChartInflationGenerator", "generators"];

/** A path that a kustomization has, from the repository's root. */
export function folderOf(folder: string, path: string): string {
  return posix.join(folder, path).replace(/\/$/, "");
}

function levelOf(folder: string, files: ReadonlyMap<string, string>): KustomizationFolder | undefined {
  const file = kustomizationNames.map((name) => `${folder}/${name}`).find((path) => files.has(path));
  if (file === undefined) return undefined;
  const content = kustomizationOf(files.get(file) ?? "");
  const from = (path: string): string => folderOf(folder, path);
  return {
    folder,
    file,
    content,
    resources: textsIn(content, "resources", "bases").map(from),
    components: textsIn(content, "components").map(from),
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
