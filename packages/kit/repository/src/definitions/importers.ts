import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { definitionsFolder, workloadsFile, type IndexedKind } from "@kit/definitions";
import { readText } from "@kit/tree";

/** A file of a package that imports the types of a kind. */
export interface Importer {
  /** From the repository's root. */
  readonly file: string;
  readonly group: string;
  readonly kind: string;
}

/** The files of a repository's packages that import the types of some kinds, in the order of their paths. */
export function importersOf(root: string, kinds: readonly IndexedKind[]): Importer[] {
  const sources = globSync("packages/**/*.{ts,mts,cts,tsx}", { cwd: root, exclude: isElsewhere });
  const files = sources.filter((file) => !file.startsWith(`${definitionsFolder}/`)).toSorted();
  const own = existsSync(join(root, workloadsFile)) ? [workloadsFile] : [];
  return [...files, ...own].flatMap((file) => {
    const text = readText(join(root, file), file);
    const from = file === workloadsFile ? "./" : "definitions/";
    return kinds
      .filter((kind) => imports(text, from, kind))
      .map(({ group, kind }): Importer => ({ file, group, kind }));
  });
}

function isElsewhere(path: string): boolean {
  return path === "node_modules" || path.endsWith("/node_modules") || path === "packages/kit";
}

function imports(text: string, from: string, { group, kind, versions }: IndexedKind): boolean {
  return versions.some((version) =>
    ['"', "'"].some((quote) => {
      const named = `${quote}${from}${group}/${version}/${kind}`;
      return text.includes(`${named}${quote}`) || text.includes(`${named}.ts${quote}`);
    }),
  );
}

/** The name of a package that could import definitions, where none depends on them yet; undefined where one does. */
export function packageWithout(root: string): string | undefined {
  const files = globSync("packages/*/*/package.json", { cwd: root, exclude: isElsewhere }).toSorted();
  const packages = files.map((file) => JSON.parse(readText(join(root, file), file)) as PackageFile);
  if (packages.some(({ dependencies, devDependencies }) => hasDefinitions(dependencies, devDependencies))) {
    return undefined;
  }
  return packages.find(({ name }) => name?.endsWith("/environments") === false)?.name ?? "PACKAGE";
}

interface PackageFile {
  readonly name?: string;
  readonly dependencies?: object;
  readonly devDependencies?: object;
}

function hasDefinitions(...dependencies: readonly (object | undefined)[]): boolean {
  return dependencies.some((one) => one !== undefined && "definitions" in one);
}
