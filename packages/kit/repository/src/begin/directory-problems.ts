import { existsSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Problem } from "@kit/errors";

/**
 * What keeps a directory from becoming a repository: it has files already, lies in another one, or has a path that Node does not
 * take. A directory with nothing but `.git`, as a code host makes it, is empty.
 *
 * @param directory Absolute.
 */
export function directoryProblems(directory: string): Problem[] {
  const [character] = /[*\\]/.exec(directory) ?? [];
  if (character !== undefined) {
    const what = `the path has the character ${character}, with which Node and TypeScript do not find modules`;
    return [{ code: "repository-path", what, where: directory, next: "choose a directory without it" }];
  }
  const obstacle = fileAt(directory);
  if (obstacle !== undefined) {
    return [inTheWay(`${obstacle} is not a directory`, obstacle, "move it away, or choose another directory")];
  }
  const names = (existsSync(directory) ? readdirSync(directory) : []).filter((name) => name !== ".git");
  if (names.length === 0) return workspaceProblems(directory);
  const shown = names.toSorted().slice(0, 3).join(", ");
  const more = names.length > 3 ? `, … (${names.length})` : "";
  const next = "name one that is not there yet, or is empty: nothing is ever overwritten";
  return [inTheWay(`the directory is not empty: ${shown}${more}`, directory, next)];
}

function workspaceProblems(directory: string): Problem[] {
  const workspace = workspaceAbove(directory);
  if (workspace === undefined) return [];
  const what = `the directory lies in ${workspace}, a pnpm workspace, of which it would be a part`;
  return [inTheWay(what, directory, `choose one elsewhere, such as ${besides(workspace, directory)}`)];
}

function inTheWay(what: string, where: string, next: string): Problem {
  return { code: "file-in-the-way", what, where, next };
}

function workspaceAbove(directory: string): string | undefined {
  if (existsSync(join(directory, "pnpm-workspace.yaml"))) return directory;
  return dirname(directory) === directory ? undefined : workspaceAbove(dirname(directory));
}

/** The same name next to the workspace, in the shorter way to write it. */
function besides(workspace: string, directory: string): string {
  const path = join(dirname(workspace), basename(directory));
  const fromHere = relative(process.cwd(), path);
  return fromHere.length < path.length ? fromHere : path;
}

/** The path, or the first of those above it, that is there and not a directory. */
function fileAt(path: string): string | undefined {
  if (existsSync(path)) return statSync(path).isDirectory() ? undefined : path;
  if (isLink(path)) return path;
  return dirname(path) === path ? undefined : fileAt(dirname(path));
}

/** Whether it is a link, which leads nowhere where there is no file. */
function isLink(path: string): boolean {
  try {
    readlinkSync(path);
    return true;
  } catch {
    return false;
  }
}
