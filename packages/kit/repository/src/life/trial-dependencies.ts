import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { movedPath, type Moves } from "@kit/scaffold/life";
import { filesBelow } from "@kit/tree";

/**
 * Gives a copy of a repository its dependencies, by links: those of every folder that has some. Packages of the systems are
 * those of the copy, where they are there now, and what depends on one by its new name finds it.
 */
export function linkDependencies(root: string, path: string, moves: Moves): void {
  // Before there are links, which lead round in circles.
  const own = packagesIn(path);
  for (const folder of foldersWithDependencies(root, "")) {
    linkFolder(
      join(root, folder, "node_modules"),
      join(path, movedPath(folder, moves), "node_modules"),
      root,
      path,
      moves,
    );
  }
  for (const [folder, { dependencies }] of own) {
    for (const name of dependencies) {
      const target = [...own].find(([, other]) => other.name === name)?.[0];
      if (target !== undefined) link(join(path, target), join(path, folder, "node_modules", name));
    }
  }
}

/** From the root. */
function foldersWithDependencies(root: string, folder: string): string[] {
  if (folder === "generated") return [];
  const items = readdirSync(join(root, folder), { withFileTypes: true }).filter((item) => item.isDirectory());
  const own = items.some(({ name }) => name === "node_modules") ? [folder] : [];
  const others = items.filter(({ name }) => name !== "node_modules" && !name.startsWith("."));
  return [
    ...own,
    ...others.flatMap(({ name }) => foldersWithDependencies(root, folder === "" ? name : `${folder}/${name}`)),
  ];
}

/** The packages of the systems, by their folders. */
function packagesIn(path: string) {
  const found = new Map<string, { readonly name: string; readonly dependencies: readonly string[] }>();
  for (const [file, text] of filesBelow(path, "packages")) {
    if (!file.endsWith("/package.json")) continue;
    const { name = "", dependencies = {}, devDependencies = {} } = JSON.parse(text) as Package;
    found.set(dirname(file), { name, dependencies: Object.keys({ ...dependencies, ...devDependencies }) });
  }
  return found;
}

interface Package {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Links what a folder of dependencies has; packages of the systems are those of the copy, where they are there now. */
function linkFolder(from: string, to: string, root: string, path: string, moves: Moves): void {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) {
    if (name === ".cache") continue;
    if (name.startsWith("@")) {
      linkFolder(join(from, name), join(to, name), root, path, moves);
      continue;
    }
    const target = existsSync(join(from, name)) ? realpathSync(join(from, name)) : undefined;
    if (target === undefined) continue;
    const own = realpathSync(root);
    const folder = target.startsWith(`${own}/packages/`) ? target.slice(own.length + 1) : undefined;
    if (folder === undefined) link(target, join(to, name));
    else linkOwn(folder, movedPath(folder, moves), to, name, path);
  }
}

/** By the name that the package has now. */
function linkOwn(from: string, folder: string, to: string, name: string, path: string): void {
  const file = join(path, folder, "package.json");
  if (!existsSync(file)) return;
  const own = from === folder ? undefined : (JSON.parse(readFileSync(file, "utf8")) as Package).name;
  const scope = to.slice(to.lastIndexOf("/") + 1);
  if (own === undefined || own === name || own === `${scope}/${name}`) link(join(path, folder), join(to, name));
  else link(join(path, folder), join(scope.startsWith("@") ? dirname(to) : to, own));
}

function link(target: string, at: string): void {
  if (lstatSync(at, { throwIfNoEntry: false }) !== undefined) return;
  mkdirSync(dirname(at), { recursive: true });
  symlinkSync(target, at, lstatSync(target).isDirectory() ? "dir" : "file");
}
