import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { findKustomization, parseKustomization, pathsIn } from "./parse-kustomization.ts";

// The fields of a kustomization that may name a directory; everything else must be in or below its own.
const directoryFields = ["resources", "components", "bases", "generators", "transformers", "validators"];
const remoteFields = ["helmCharts", "helmChartInflationGenerator"];

/**
 * The text of every file that kustomize reads for an overlay, by path, or undefined where that cannot be told:
 * when it refers to another repository, to a chart, or to a folder that is neither in `overlays/` nor in
 * `generated/`.
 *
 * @param directory Where `overlays/` and `generated/` are.
 */
export function overlayInputs(directory: string, id: string): Map<string, string> | undefined {
  const inputs = new Map<string, string>();
  const pending = [`overlays/${id}`];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    if (!isOwn(folder)) return undefined;
    if (inputs.has(`${folder}/`)) continue;
    inputs.set(`${folder}/`, "");
    if (!readFolder(directory, folder, inputs)) return undefined;
    // What the build writes refers to files beside it only, and there is a lot of it.
    if (folder.startsWith("generated/")) continue;
    for (const file of [...inputs.keys()].filter((path) => isKustomizationIn(path, folder))) {
      const referred = directoriesOf(directory, file);
      if (referred === undefined) return undefined;
      pending.push(
        ...referred.map((path) => posix.normalize(posix.join(posix.dirname(file), path)).replace(/\/$/, "")),
      );
    }
  }
  return inputs;
}

function isOwn(folder: string): boolean {
  return folder.startsWith("overlays/") || folder.startsWith("generated/");
}

function isKustomizationIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`) && /\/(kustomization\.ya?ml|Kustomization)$/.test(path);
}

/** Reads every file below a folder. False where there is something else than files and folders. */
function readFolder(directory: string, folder: string, inputs: Map<string, string>): boolean {
  return readdirSync(join(directory, folder), { withFileTypes: true }).every((item) => {
    const path = `${folder}/${item.name}`;
    if (item.isDirectory()) return readFolder(directory, path, inputs);
    if (item.isFile()) inputs.set(path, readFileSync(join(directory, path), "utf8"));
    return item.isFile();
  });
}

/** The directories that a kustomization refers to, or undefined where it refers to something remote. */
function directoriesOf(directory: string, file: string): string[] | undefined {
  const content = parseKustomization(directory, file);
  if (remoteFields.some((field) => field in content)) return undefined;
  const entries = directoryFields.flatMap((field) => pathsIn(content, field));
  // A generator that is written inline may inflate a chart.
  if (entries.some((entry) => entry.includes("\n"))) return undefined;
  const folders: string[] = [];
  for (const entry of entries) {
    const path = posix.join(posix.dirname(file), entry);
    const kind = kindOf(join(directory, path));
    if (kind === "neither") return undefined;
    if (kind === "folder" && findKustomization(directory, posix.normalize(path)) !== undefined) folders.push(entry);
  }
  return folders;
}

function kindOf(path: string): "file" | "folder" | "neither" {
  try {
    readdirSync(path);
    return "folder";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOTDIR" ? "file" : "neither";
  }
}
