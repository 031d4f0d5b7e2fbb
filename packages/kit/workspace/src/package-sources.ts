import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { discover } from "./discover.ts";

/** The TypeScript sources of the systems' packages, by their paths from the repository's root. */
export function packageSources(root: string): [path: string, text: string][] {
  const packages = discover(root).flatMap(({ services, environments }) => [...services, environments]);
  return packages.flatMap(({ where }) => {
    const directory = `${where}/src`;
    if (!existsSync(join(root, directory))) return [];
    const names = readdirSync(join(root, directory), { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => /\.[cm]?ts$/.test(name))
      .toSorted()
      .map((name): [string, string] => {
        const path = `${directory}/${name.replaceAll("\\", "/")}`;
        return [path, readFileSync(join(root, path), "utf8")];
      });
  });
}
