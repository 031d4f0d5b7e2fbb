import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DefinitionFiles } from "@kit/definitions";
import { planOf, type FilePlan } from "@kit/scaffold";
import { readText } from "@kit/tree";

/** The plan that makes files of definitions out of what is there. */
export function definitionsPlan(root: string, files: DefinitionFiles): FilePlan {
  const there = [...files.keys()].filter((path) => existsSync(join(root, path)));
  return planOf(new Map(there.map((path) => [path, readText(join(root, path), path)])), files);
}
