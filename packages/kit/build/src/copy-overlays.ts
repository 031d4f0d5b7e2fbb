import { copyFileSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { overlayTree } from "@kit/tree";

/**
 * Copies `overlays/` of a repository to a directory, so that no link of it leads out of there.
 *
 * @throws UserError where a link leads elsewhere, or something is not a file.
 */
export function copyOverlays(root: string, directory: string): void {
  const { directories, files, links } = overlayTree(root);
  for (const path of directories) mkdirSync(join(directory, path));
  for (const path of files) copyFileSync(join(root, path), join(directory, path));
  for (const [path, target] of links) symlinkSync(posix.relative(dirname(path), target), join(directory, path));
}
