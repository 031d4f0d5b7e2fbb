import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@kit/errors";

/** What a file of manifests ends in. */
export const manifestFile: RegExp = /\.(ya?ml|json)$/;

/**
 * The files of manifests that an argument of a command names: itself, or what is in the directory and below.
 *
 * @param next What to write instead where there is no such file.
 */
export function manifestFiles(argument: string, problems: Problem[], next: string): string[] {
  if (!existsSync(argument)) {
    problems.push({
      code: "argument-value",
      what: `there is no file ${argument}`,
      where: "the command's arguments",
      next,
    });
    return [];
  }
  if (!statSync(argument).isDirectory()) return [argument];
  const items = readdirSync(argument, { withFileTypes: true, recursive: true });
  const found = items.filter((item) => item.isFile() && manifestFile.test(item.name) && !isKustomization(item.name));
  if (found.length === 0) {
    problems.push({
      code: "argument-value",
      what: `there is no manifest in ${argument}`,
      where: "the command's arguments",
      next: "name a directory with .yaml, .yml or .json files",
    });
  }
  return found.map(({ parentPath, name }) => join(parentPath, name)).toSorted();
}

// It is no object for a cluster, but what kustomize reads.
function isKustomization(name: string): boolean {
  return /^kustomization\.ya?ml$/.test(name);
}
