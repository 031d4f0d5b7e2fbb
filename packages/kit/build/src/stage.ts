import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { OverlayLayers } from "@kit/render";

// What no overlay reads: packages and dependencies, which are large, and what has a dot.
const left = new Set(["generated", "overlays", "packages", "node_modules"]);

/** A copy of what kustomize reads, removed at the end of its scope. */
export interface Stage extends Disposable {
  readonly directory: string;
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
): Stage {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "manifests-")));
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    cpSync(join(root, "overlays"), join(directory, "overlays"), { recursive: true, verbatimSymlinks: true });
    for (const { name } of readdirSync(root, { withFileTypes: true }).filter((item) => item.isDirectory())) {
      if (left.has(name) || name.startsWith(".")) continue;
      const [from, to] = [join(root, name), join(directory, name)];
      if (copied.has(name)) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
      else symlinkSync(from, to, "dir");
    }
    writeFiles(join(directory, "generated"), emitted);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    directory,
    [Symbol.dispose]() {
      process.off("exit", remove);
      remove();
    },
  };
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
