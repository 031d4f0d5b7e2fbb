import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryDirectory } from "@kit/programs";
import type { OverlayLayers } from "@kit/render";
import { copyOverlays } from "./copy-overlays.ts";

// What no overlay reads: packages and dependencies, which are large, and what has a dot.
const left = new Set(["generated", "overlays", "packages", "node_modules"]);

/** A copy of what kustomize reads, removed at the end of its scope, and however the process ends. */
export interface StagedRepository extends Disposable {
  readonly directory: string;
  /** For temporary files of the programs that read it: what they leave goes with it. */
  readonly temporary: string;
}

/**
 * A temporary directory with the repository's overlays beside freshly emitted files, so that kustomize can judge
 * them before anything in the repository changes.
 *
 * Other folders of the repository, which an overlay may refer to, are linked.
 *
 * @param copied Folders beside overlays/ from which kustomizations refer to `generated/`: kustomize follows a link first, and
 * would find there what the last build made.
 */
export function stage(
  root: string,
  emitted: ReadonlyMap<string, string>,
  copied: ReadonlySet<string> = new Set(),
): StagedRepository {
  const made = temporaryDirectory();
  const directory = join(made.path, "repository");
  const temporary = join(made.path, "temporary");
  try {
    for (const path of [directory, temporary]) mkdirSync(path);
    copyOverlays(root, directory);
    for (const { name } of readdirSync(root, { withFileTypes: true }).filter((item) => item.isDirectory())) {
      if (left.has(name) || name.startsWith(".")) continue;
      const [from, to] = [join(root, name), join(directory, name)];
      if (copied.has(name)) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
      else symlinkSync(from, to, "dir");
    }
    writeFiles(join(directory, "generated"), emitted);
  } catch (error) {
    made[Symbol.dispose]();
    throw error;
  }
  return { directory, temporary, [Symbol.dispose]: made[Symbol.dispose] };
}

/** The folders beside overlays/ from which the kustomizations of overlays refer to `generated/`. */
export function foldersOf(overlays: readonly OverlayLayers[]): ReadonlySet<string> {
  const files = overlays.flatMap(({ layers }) => layers.filter(({ reaches }) => reaches).map(({ file }) => file));
  return new Set(files.map((file) => file.split("/", 1)[0]!));
}

function writeFiles(directory: string, files: ReadonlyMap<string, string>): void {
  const made = new Set<string>();
  for (const [path, text] of files) {
    const file = join(directory, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
  }
}
