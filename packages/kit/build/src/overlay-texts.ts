import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Every file below overlays/, as text by its path from the repository's root, in the order of the paths. */
export function overlayTexts(root: string): [string, string][] {
  const items = readdirSync(join(root, "overlays"), { withFileTypes: true, recursive: true });
  const files = items.filter((item) => item.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return files.toSorted().map((file) => [relative(root, file).replaceAll("\\", "/"), readFileSync(file, "utf8")]);
}
