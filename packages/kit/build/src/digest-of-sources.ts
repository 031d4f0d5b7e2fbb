import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// What a type-check of the repository reads, beside the dependencies that the lockfile pins.
const sources = /\.([cm]?ts|json)$|^pnpm-lock\.yaml$/;
const unread = new Set(["node_modules", "generated", "overlays", "docs"]);

/** What identifies the sources as they are now: the digest of all of them. */
export function digestOfSources(root: string): string {
  const hash = createHash("sha256");
  for (const path of sourcesBelow(root)) hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function sourcesBelow(directory: string): string[] {
  const items = readdirSync(directory, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return items.flatMap((item) => {
    if (unread.has(item.name) || item.name.startsWith(".")) return [];
    const path = join(directory, item.name);
    if (item.isDirectory()) return sourcesBelow(path);
    return sources.test(item.name) ? [path] : [];
  });
}
