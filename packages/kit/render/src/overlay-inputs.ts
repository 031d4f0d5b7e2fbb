import { isUtf8 } from "node:buffer";
import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { isKustomization } from "@kit/kustomize";
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
  const pending = [`overlays/${id}`];
  let isWhole = true;
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if (!isOwn(folder)) isWhole = false;
    if (!isOwn(folder) || texts.has(`${folder}/`)) continue;
    texts.set(`${folder}/`, "");
    if (!readFolder(directory, folder, texts)) isWhole = false;
    // What the build writes refers to files beside it only, and there is a lot of it.
    if (folder.startsWith("generated/")) continue;
    for (const file of [...texts.keys()].filter((path) => isKustomizationIn(path, folder))) {
      const referred = directoriesOf(directory, file);
      if (!referred.isWhole) isWhole = false;
      pending.push(
        ...referred.folders.map((path) => posix.normalize(posix.join(posix.dirname(file), path)).replace(/\/$/, "")),
      );
    }
  }
  return { texts, isWhole };
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

/** The directories that a kustomization refers to, and whether it refers to nothing else than those and files. */
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
      const path = posix.join(posix.dirname(file), entry);
      const kind = kindOf(join(directory, path));
      if (kind === "neither") isWhole = false;
      if (kind === "folder" && findKustomization(directory, posix.normalize(path)) !== undefined) folders.push(entry);
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
