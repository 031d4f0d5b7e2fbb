import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeThrown, UserError, type Problem } from "@kit/errors";
import { alikeFolders } from "./alike-folders.ts";

/** A workspace package of a system. */
export interface DiscoveredPackage {
  /** The name of its folder. */
  readonly name: string;
  /** Its folder, from the repository's root. */
  readonly where: string;
  /** The module that it exports, from the repository's root. */
  readonly entry: string;
}

/** A folder below `packages/` with services and environments. */
export interface DiscoveredSystem {
  readonly name: string;
  readonly services: readonly DiscoveredPackage[];
  readonly environments: DiscoveredPackage;
}

/**
 * The systems of a repository, by their folders: `packages/<system>/<service>` and
 * `packages/<system>/environments`. `packages/kit` is the tool itself; in `packages/<system>/lib` and `packages/lib` is
 * code that services and systems share (`libraryFolders`).
 *
 * @param becoming A folder that is about to become a package.
 * @throws UserError where a package has no entry, or a system no environments.
 */
export function discover(root: string, becoming?: string): DiscoveredSystem[] {
  const problems: Problem[] = [];
  const names = folders(root, "packages", problems);
  problems.push(...alikeFolders("packages", names));
  const systems = names
    .filter((name) => name !== "kit" && !isLibrary(root, name, problems))
    .flatMap((name) => discoverSystem(root, name, problems, becoming));
  if (systems.length === 0) problems.push(noSystem);
  UserError.throwIfAny(problems);
  return systems;
}

/** The folders with code that services of a system share, or systems: from the repository's root, those that exist. */
export function libraryFolders(root: string, systems: readonly DiscoveredSystem[]): string[] {
  const all = [`packages/${library}`, ...systems.map(({ name }) => `packages/${name}/${library}`)];
  return all.filter((folder) => existsSync(join(root, folder)));
}

/**
 * A package that is of all systems: `packages/gitops`, which says how the repository is synced, or `packages/policy`, which
 * says how the checks judge it. Undefined where there is none.
 *
 * @throws UserError where it has no entry.
 */
export function discoverShared(root: string, name: "gitops" | "policy"): DiscoveredPackage | undefined {
  if (!existsSync(join(root, `packages/${name}/package.json`))) return undefined;
  const problems: Problem[] = [];
  const [found] = discoverPackage(root, `packages/${name}`, name, problems);
  UserError.throwIfAny(problems);
  return found;
}

const library = "lib";

function isLibrary(root: string, name: string, problems: Problem[]): boolean {
  if (name !== library) return false;
  if (existsSync(join(root, "packages", library, "environments", "package.json"))) problems.push(noSystemsName);
  return true;
}

const noSystemsName: Problem = {
  code: "package-layout",
  what: 'packages/lib has a package "environments", but code that systems share is there, and no system',
  where: "packages/lib/environments",
  next: "give the system another name",
};

function discoverSystem(
  root: string,
  name: string,
  problems: Problem[],
  becoming: string | undefined,
): DiscoveredSystem[] {
  const names = folders(root, `packages/${name}`, problems);
  problems.push(...alikeFolders(`packages/${name}`, names));
  const own = names.filter((folder) => folder !== library && `packages/${name}/${folder}` !== becoming);
  problems.push(...own.filter((folder) => isUnpacked(root, name, folder)).map((folder) => unpacked(name, folder)));
  const packages = own
    .filter((folder) => existsSync(join(root, "packages", name, folder, "package.json")))
    .flatMap((folder) => discoverPackage(root, `packages/${name}/${folder}`, folder, problems));
  const environments = packages.find((one) => one.name === "environments");
  if (packages.length === 0) return [];
  if (environments !== undefined) {
    return [{ name, environments, services: packages.filter((one) => one !== environments) }];
  }
  problems.push({
    code: "package-layout",
    what: `the system "${name}" has no package "environments"`,
    where: `packages/${name}`,
    next: `add packages/${name}/environments, which exports defineSystem({ schema, environments }) by default`,
  });
  return [];
}

/** A folder that has the source of a service, and nothing that makes it a package. */
function isUnpacked(root: string, system: string, folder: string): boolean {
  const where = join(root, "packages", system, folder);
  return existsSync(join(where, "src/index.ts")) && !existsSync(join(where, "package.json"));
}

function unpacked(system: string, folder: string): Problem {
  const where = `packages/${system}/${folder}`;
  return {
    code: "package-layout",
    what: `${where}/src/index.ts is in no package: ${where}/package.json does not exist`,
    where,
    next: `write it by \`pnpm new service ${folder} --system ${system} --here\`, or remove the folder`,
  };
}

function discoverPackage(root: string, where: string, name: string, problems: Problem[]): DiscoveredPackage[] {
  const exports = exportsOf(root, `${where}/package.json`, problems);
  if (exports === failed) return [];
  if (typeof exports === "string" && existsSync(join(root, where, exports))) {
    return [{ name, where, entry: join(where, exports) }];
  }
  problems.push({
    code: "package-layout",
    what:
      typeof exports === "string"
        ? `"exports" names ${exports}, which does not exist`
        : '"exports" must be the path of the module, as a string',
    where: `${where}/package.json`,
    next: 'write "exports": "./src/index.ts"',
  });
  return [];
}

const failed = Symbol("a problem says so");

function exportsOf(root: string, file: string, problems: Problem[]): unknown {
  try {
    const content = JSON.parse(readFileSync(join(root, file), "utf8")) as { readonly exports?: unknown } | null;
    return content?.exports;
  } catch (error) {
    const what = `the package has no package.json that can be read: ${describeThrown(error).replaceAll(`${root}/`, "")}`;
    problems.push({ code: "package-layout", what, where: file, next: "write it as JSON, into a file of its own" });
    return failed;
  }
}

const noSystem: Problem = {
  code: "package-layout",
  what: "there is no system: no folder below packages/ has packages",
  where: "packages",
  next: "add packages/<system>/<service> and packages/<system>/environments",
};

// Sorted, because the order of a directory listing is the file system's affair.
function folders(root: string, directory: string, problems: Problem[]): string[] {
  if (!existsSync(join(root, directory))) return [];
  const items = readdirSync(join(root, directory), { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules" && !name.startsWith("."))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  problems.push(...items.filter((item) => item.isSymbolicLink()).map(({ name }) => isLink(`${directory}/${name}`)));
  return items.filter((item) => item.isDirectory()).map(({ name }) => name);
}

function isLink(path: string): Problem {
  const what = `${path} is a link, and none is followed below packages/`;
  return { code: "file-link", what, where: path, next: "put the folder itself there" };
}
