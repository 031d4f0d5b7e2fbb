import { isUtf8 } from "node:buffer";
import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { isKustomization, walkFolders } from "@kit/kustomize";
import { readBytes } from "@kit/tree";
import { findKustomization, parseKustomization, pathsIn } from "./parse-kustomization.ts";

// The fields of a kustomization that may name a directory; everything else must be in or below its own.
const directoryFields = ["resources", "components", "bases", "generators", "transformers", "validators"];
const remoteFields = ["helmCharts", "helmChartInflationGenerator"];

/** What a repository has of what an overlay is built from. */
export interface OverlayTexts {
  /** Text by path from the repository's root; a folder is there too, with a slash at its end. */
  readonly texts: ReadonlyMap<string, string>;
  /**
   * False where there is more: in another repository, a chart, or in what is not a folder of manifests (packages,
   * dependencies, a folder with a dot, anything outside of the repository).
   */
  readonly isWhole: boolean;
}

/**
 * The text of every file that kustomize reads for an overlay, by path, or undefined where that cannot be told.
 *
 * @param directory Where `overlays/` and `generated/` are.
 */
export function overlayInputs(directory: string, id: string): ReadonlyMap<string, string> | undefined {
  const { texts, isWhole } = overlayTexts(directory, id);
  return isWhole ? texts : undefined;
}

/** The same, also where it is not all. */
export function overlayTexts(directory: string, id: string): OverlayTexts {
  const texts = new Map<string, string>();
  const { found, missing } = walkFolders(`overlays/${id}`, (folder) => {
    if (!isOwn(folder)) return undefined;
    texts.set(`${folder}/`, "");
    const isRead = readFolder(directory, folder, texts);
    // What the build writes refers to files beside it only, and there is a lot of it.
    if (folder.startsWith("generated/")) return { found: isRead, next: [] };
    const referred = [...texts.keys()]
      .filter((path) => isKustomizationIn(path, folder))
      .map((file) => directoriesOf(directory, file));
    const isAll = isRead && referred.every(({ isWhole }) => isWhole);
    return { found: isAll, next: referred.flatMap(({ folders }) => folders) };
  });
  return { texts, isWhole: missing.length === 0 && found.values().every(Boolean) };
}

function isOwn(folder: string): boolean {
  const [first = ""] = folder.split("/");
  return first !== "" && !first.startsWith(".") && first !== "packages" && first !== "node_modules";
}

function isKustomizationIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) && isKustomization(path);
}

/** Reads every file below a folder. False where there is something else than files of text and folders. */
function readFolder(directory: string, folder: string, texts: Map<string, string>): boolean {
  const whole = readdirSync(join(directory, folder), { withFileTypes: true }).map((item) => {
    const path = `${folder}/${item.name}`;
    if (item.isDirectory()) return readFolder(directory, path, texts);
    if (!item.isFile()) return false;
    const bytes = readBytes(join(directory, path), path);
    // Two texts that differ in what is not UTF-8 would be one.
    if (isUtf8(bytes)) texts.set(path, bytes.toString("utf8"));
    return isUtf8(bytes);
  });
  return whole.every(Boolean);
}

/** The directories that a kustomization refers to, from the root, and whether it refers to nothing else than those and files. */
function directoriesOf(directory: string, file: string): { folders: string[]; isWhole: boolean } {
  const content = parseKustomization(directory, file);
  const folders: string[] = [];
  let isWhole = remoteFields.every((field) => !(field in content));
  for (const field of directoryFields) {
    for (const entry of pathsIn(content, field)) {
      // What is written inline reads no directory, but for a generator that inflates a chart.
      if (entry.includes("\n")) {
        if (field === "generators" && entry.includes("HelmChart")) isWhole = false;
        continue;
      }
      const path = posix.join(posix.dirname(file), entry).replace(/\/$/, "");
      const kind = kindOf(join(directory, path));
      if (kind === "neither") isWhole = false;
      if (kind === "folder" && findKustomization(directory, path) !== undefined) folders.push(path);
    }
  }
  return { folders, isWhole };
}

function kindOf(path: string): "file" | "folder" | "neither" {
  try {
    readdirSync(path);
    return "folder";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOTDIR" ? "file" : "neither";
  }
}
