import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { discover, libraryFolders } from "./discover.ts";

/** The TypeScript sources of the systems' packages, and of what they share, by their paths from the repository's root. */
export function packageSources(root: string): [path: string, text: string][] {
  const systems = discover(root);
  const packages = systems.flatMap(({ services, environments }) => [...services, environments]);
  const directories = [...packages.map(({ where }) => `${where}/src`), ...libraryFolders(root, systems)];
  return directories.flatMap((directory) => {
    if (!existsSync(join(root, directory))) return [];
    const names = readdirSync(join(root, directory), { recursive: true, encoding: "utf8" });
    return names
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => /\.[cm]?ts$/.test(name) && !/(^|\/)node_modules\//.test(name))
      .toSorted()
      .map((name): [string, string] => {
        const path = `${directory}/${name}`;
        return [path, readFileSync(join(root, path), "utf8")];
      });
  });
}
