/** The way from a folder to a path, both below the repository's root: `../../generated/bases/shop/cart`. */
export function relativePath(folder: string, path: string): string {
  const [from, to] = [partsOf(folder), partsOf(path)];
  const differs = to.findIndex((part, index) => part !== from[index]);
  const common = differs === -1 ? to.length : Math.min(differs, from.length);
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}

/** Where a path leads that stands in a folder's file: `../../generated` in `overlays/dev` to `generated`. */
export function joinedPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of [...partsOf(folder), ...path.split("/")]) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== ".");
}
