import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { discover, libraryFolders } from "./discover.ts";

/** The TypeScript sources of the systems' packages, and of what they share, by their paths from the repository's root. */
export function packageSources(root: string): [path: string, text: string][] {
  const systems = discover(root);
  const packages = systems.flatMap(({ services, environments }) => [...services, environments]);
  const directories = [...packages.map(({ where }) => `${where}/src`), ...libraryFolders(root, systems)];
  return directories
    .filter((directory) => existsSync(join(root, directory)))
    .flatMap((directory) => sourcesBelow(root, directory))
    .map((path) => [path, readFileSync(join(root, path), "utf8")]);
}

/** Links are not followed: in node_modules they lead to other packages, and from there to all of them. */
function sourcesBelow(root: string, directory: string): string[] {
  const items = readdirSync(join(root, directory), { withFileTypes: true });
  return items
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((item) => {
      const path = `${directory}/${item.name}`;
      if (item.isDirectory()) return item.name === "node_modules" ? [] : sourcesBelow(root, path);
      return item.isFile() && /\.[cm]?ts$/.test(item.name) ? [path] : [];
    });
}
