import { posix } from "node:path";
import type { Draft } from "./draft.ts";
import { importsOf } from "./imports.ts";

/** Folders that go elsewhere, or files: from, and to. Those of `generated/` are the build's, and only what leads there changes. */
export type Moves = readonly (readonly [from: string, to: string])[];

/**
 * Moves folders, and rewrites what leads there by a relative path or leads from there: imports of sources, and the paths of
 * kustomizations.
 */
export function applyMoves(draft: Draft, moves: Moves): void {
  draft.moves.push(...moves.filter(([from]) => !from.startsWith("generated/")));
  const placed = draft.paths.map((path) => [path, movedPath(path, moves)] as const);
  for (const [from, to] of placed) draft.move(from, to);
  for (const [from, to] of placed) {
    if (/\.[cm]?ts$/.test(to)) rewriteImports(draft, from, to, moves);
    if (isKustomizationFile(to)) rewritePaths(draft, from, to, moves);
  }
}

/** Where a path is after moves. */
export function movedPath(path: string, moves: Moves): string {
  for (const [from, to] of moves) {
    if (path === from || path.startsWith(`${from}/`)) return `${to}${path.slice(from.length)}`;
  }
  return path;
}

/** Whether a file is a kustomization by its name. */
export function isKustomizationFile(path: string): boolean {
  return /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(path);
}

function rewriteImports(draft: Draft, from: string, to: string, moves: Moves): void {
  draft.edit(to, (source) => {
    for (const { value, start, end } of importsOf(source)) {
      if (!value.startsWith(".")) continue;
      const own = relocated(value, from, to, moves);
      if (own === value) continue;
      source.edits.overwrite(start + 1, end - 1, own);
    }
  });
}

/** The relative paths of a kustomization, wherever they stand: `../../generated/bases/shop/cart`. */
function rewritePaths(draft: Draft, from: string, to: string, moves: Moves): void {
  const text = draft.read(to)!;
  const own = text.replaceAll(/(?<=^|[\s"'[,:])\.\.?\/[^\s"'\],}#?]*/gm, (path) => relocated(path, from, to, moves));
  if (own !== text) draft.write(to, own);
}

function relocated(path: string, from: string, to: string, moves: Moves): string {
  const target = posix.join(posix.dirname(from), path);
  // What leads out of the repository stays.
  if (target.startsWith("..")) return path;
  const there = movedPath(target, moves);
  if (there === target && posix.dirname(from) === posix.dirname(to)) return path;
  const relative = posix.relative(posix.dirname(to), there);
  const slash = path.endsWith("/") && !relative.endsWith("/") ? "/" : "";
  return `${relative.startsWith(".") ? "" : "./"}${relative}${slash}`;
}
