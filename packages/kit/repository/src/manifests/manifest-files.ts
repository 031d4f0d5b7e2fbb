import { lstatSync, readdirSync, realpathSync, statSync, type Dirent, type Stats } from "node:fs";
import { join, sep } from "node:path";
import { argumentProblem, type Problem } from "@kit/errors";
import { kindOf } from "@kit/tree";

/** What a file of manifests ends in. */
export const manifestFile: RegExp = /\.(ya?ml|json)$/;

/**
 * The files of manifests that an argument of a command names: itself, or what is in the directory and below. A link is
 * followed where it stays below the directory; each file and directory is there once.
 *
 * @param next What to write instead where there is no such file.
 */
export function manifestFiles(argument: string, problems: Problem[], next: string): string[] {
  const stat = statOf(argument);
  if (stat === undefined) {
    const isLink = lstatSync(argument, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    const what = isLink ? `${argument} is a link that leads nowhere` : `there is no file ${argument}`;
    problems.push(argumentProblem(what, next));
    return [];
  }
  if (!stat.isDirectory()) return isReadable(argument, stat, problems) ? [argument] : [];
  const found = filesIn(argument, problems);
  if (found.length === 0 && problems.length === 0) {
    const what = `there is no manifest in ${argument}`;
    problems.push(argumentProblem(what, "name a directory with .yaml, .yml or .json files"));
  }
  return found.toSorted();
}

function filesIn(top: string, problems: Problem[]): string[] {
  const real = realpathSync(top);
  const seen = new Set<string>();
  const found: string[] = [];
  const walk = (directory: string): void => {
    // Files first, by their own names: a link to one that is there too adds nothing.
    for (const item of readdirSync(directory, { withFileTypes: true }).toSorted(linksLast)) {
      // What git, package managers and editors keep: not the reader's own.
      if (item.name === "node_modules" || item.name.startsWith(".")) continue;
      const path = join(directory, item.name);
      const target = item.isSymbolicLink() ? targetBelow(real, path) : realpathSync(path);
      if (target === undefined || seen.has(target)) continue;
      const stat = statSync(target);
      if (!stat.isDirectory() && (!manifestFile.test(item.name) || isKustomization(item.name))) continue;
      seen.add(target);
      if (stat.isDirectory()) walk(path);
      else if (isReadable(path, stat, problems)) found.push(path);
    }
  };
  seen.add(real);
  walk(top);
  return found;
}

/** Where a link leads; undefined where that is nowhere, or not below the directory. */
function targetBelow(directory: string, link: string): string | undefined {
  try {
    const target = realpathSync(link);
    return target.startsWith(directory + sep) ? target : undefined;
  } catch {
    return undefined;
  }
}

function isReadable(path: string, stat: Stats, problems: Problem[]): boolean {
  // What a shell writes for `<(helm template …)` is a pipe that somebody has opened.
  if (stat.isFile() || /^\/(?:dev|proc\/self)\/fd\/\d+$/.test(path)) return true;
  const what = `${path} is ${kindOf(stat)}, and no file of manifests`;
  problems.push(argumentProblem(what, "name a file, or write - and pipe the manifests to the command", "file-kind"));
  return false;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A link to itself, or a file where a directory should be.
    return undefined;
  }
}

function linksLast(one: Dirent, other: Dirent): number {
  const [first, second] = [one, other].map((item) => `${item.isSymbolicLink() ? 1 : 0}${item.name}`);
  return first! < second! ? -1 : 1;
}

// It is not an object for a cluster, but what kustomize reads.
function isKustomization(name: string): boolean {
  return /^kustomization\.ya?ml$/.test(name);
}
