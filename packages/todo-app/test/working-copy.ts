import { execFileSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { plainGit, repositoryRoot, temporaryDirectory, type TestDirectory } from "@kit/testing";

/** A copy of this repository as it stands, committed, with its dependencies linked: a clone after `pnpm install`. */
export function workingCopy(): TestDirectory {
  const copy = temporaryDirectory();
  const files = git(repositoryRoot, "ls-files", "--cached", "--others", "--exclude-standard", "-z").split("\0");
  for (const file of files.filter((name) => name !== "" && existsSync(join(repositoryRoot, name)))) {
    cpSync(join(repositoryRoot, file), join(copy.path, file), { verbatimSymlinks: true });
  }
  // The cache is the copy's own: it holds what the last build and type-check of *this* folder saw.
  for (const entry of readdirSync(join(repositoryRoot, "node_modules")).filter((name) => name !== ".cache")) {
    link(join(repositoryRoot, "node_modules", entry), join(copy.path, "node_modules", entry));
  }
  for (const folder of packageFolders(repositoryRoot)) {
    const dependencies = join(folder, "node_modules");
    if (!existsSync(join(repositoryRoot, dependencies))) continue;
    cpSync(join(repositoryRoot, dependencies), join(copy.path, dependencies), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  git(copy.path, "init", "--quiet");
  git(copy.path, "add", "--all");
  git(copy.path, "commit", "--quiet", "--message", "Copy");
  return copy;
}

/** Links the dependencies of packages that are new in a copy, as `pnpm install` does before each command. */
export function linkNewPackages(root: string): void {
  for (const folder of packageFolders(root).filter((one) => !existsSync(join(root, one, "node_modules")))) {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
      dependencies?: Record<string, string>;
    };
    for (const name of Object.keys(dependencies)) {
      link(installed(name, root), join(root, folder, "node_modules", name));
    }
  }
}

/** Where a dependency is that another package has too; a workspace package is the copy's own. */
function installed(name: string, root: string): string {
  const places = packageFolders(repositoryRoot).map((folder) => join(repositoryRoot, folder, "node_modules", name));
  const place = places.find((path) => existsSync(path));
  if (place === undefined) throw new Error(`no package of this repository depends on ${name}`);
  const real = realpathSync(place);
  return real.includes("node_modules") ? real : join(root, relative(repositoryRoot, real));
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", args, { cwd, encoding: "utf8", env: { ...process.env, ...plainGit } });
}

function packageFolders(root: string): string[] {
  const files = globSync(["scripts/package.json", "packages/*/package.json", "packages/*/*/package.json"], {
    cwd: root,
  });
  return files.map((file) => dirname(file));
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}
