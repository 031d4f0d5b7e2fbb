import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "@kit/errors";
import { LineCounter, parseDocument } from "yaml";

const fileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

/** The kustomization file of a directory, from the same place as the directory's path, or undefined. */
export function findKustomization(root: string, directory: string): string | undefined {
  const name = fileNames.find((candidate) => existsSync(join(root, directory, candidate)));
  return name === undefined ? undefined : `${directory}/${name}`;
}

/**
 * A kustomization as data, read as YAML 1.1 as kustomize does.
 *
 * @param file From the root, for messages.
 * @throws UserError where it is not YAML, with line and column.
 */
export function parseKustomization(root: string, file: string): Record<string, unknown> {
  const lineCounter = new LineCounter();
  const text = readFileSync(join(root, file), "utf8");
  // A pretty error quotes the line, and who knows what stands there.
  const document = parseDocument(text, { lineCounter, version: "1.1", prettyErrors: false });
  // The errors after the first in the text mostly follow from it.
  const [error] = document.errors.toSorted((one, other) => one.pos[0] - other.pos[0]);
  if (error !== undefined) {
    const { line, col } = lineCounter.linePos(error.pos[0]);
    throw new UserError({
      code: "overlay-yaml",
      what: `not YAML: ${error.message}`,
      where: `${file}:${line}:${col}`,
      next: "mend the YAML there; nothing was built",
    });
  }
  const content: unknown = document.toJS();
  return typeof content === "object" && content !== null ? (content as Record<string, unknown>) : {};
}

/** The entries of a list; none where it is no list, which is kustomize's to refuse: it says so better. */
export function listIn(kustomization: Record<string, unknown>, key: string): unknown[] {
  const value = kustomization[key];
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The entries of a list that are strings: paths, mostly. */
export function pathsIn(kustomization: Record<string, unknown>, key: string): string[] {
  return listIn(kustomization, key).filter((entry) => typeof entry === "string");
}
