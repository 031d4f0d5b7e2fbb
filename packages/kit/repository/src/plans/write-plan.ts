import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { UserError, type Problem } from "@kit/errors";
import { asEnvironmentFailure, undoAtEnd, writeWholeSync } from "@kit/programs";
import type { FilePlan, PlannedFile } from "@kit/scaffold";
import { kindOf, readText } from "@kit/tree";

/**
 * Does what a plan says, all of it or nothing: where a file cannot be written, or a signal ends the command in between, what was
 * written before is taken back. Folders that become empty go.
 *
 * @throws UserError where a file is not as `before` says, of all such; nothing is written then. EnvironmentFailure where the
 *   disk refuses.
 */
export function writePlan(root: string, plan: FilePlan): void {
  UserError.throwIfAny(planProblems(root, plan));
  const done: (() => void)[] = [];
  using owed = undoAtEnd(() => {
    for (const undo of done.toReversed()) undo();
  });
  try {
    for (const file of plan) put(root, file, done);
  } catch (error) {
    const next = "give this user write permission there, then start again: nothing was written";
    throw asEnvironmentFailure(error, root, next);
  }
  for (const { path, after } of plan) if (after === undefined) removeEmptyFolders(root, path);
  owed.forget();
}

/** What stands against a plan in the files as they are now: another text than it was made for, or something in its way. */
export function planProblems(root: string, plan: FilePlan): Problem[] {
  return plan.flatMap(({ path, before }) => {
    const obstacle = linkOrFileAbove(root, path);
    if (obstacle !== undefined) return [inTheWay(`${obstacle} is not a folder`, obstacle)];
    const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (before === undefined) {
      const other = stat === undefined ? sameButForCase(root, path) : undefined;
      if (other !== undefined) return [inTheWay(`${path} differs from ${other} only by case`, other)];
      return stat === undefined ? [] : [inTheWay(`${path} is there already, and nothing is overwritten`, path)];
    }
    if (stat === undefined) return [changed(path, "is gone")];
    if (!stat.isFile()) return [inTheWay(`${path} is ${kindOf(stat)}, and a file is wanted`, path)];
    return readText(join(root, path), path) === before ? [] : [changed(path, "has changed")];
  });
}

function put(root: string, { path, before, after }: PlannedFile, done: (() => void)[]): void {
  const file = join(root, path);
  if (after === undefined) {
    rmSync(file);
    done.push(() => restore(file, before!));
    return;
  }
  if (before !== undefined) {
    const { mode } = statSync(file);
    done.push(() => restore(file, before));
    writeWholeSync(file, (target) => writeFileSync(target, after, { mode }));
    return;
  }
  const made = mkdirSync(dirname(file), { recursive: true });
  if (made !== undefined) done.push(() => rmSync(made, { recursive: true, force: true }));
  // Refuses what somebody has put there in the meantime.
  const descriptor = openSync(file, "wx");
  done.push(() => rmSync(file, { force: true }));
  try {
    writeFileSync(descriptor, after);
  } finally {
    closeSync(descriptor);
  }
}

function restore(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function removeEmptyFolders(root: string, path: string): void {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
  }
}

/** The outermost part of a path's folders that is something else. */
function linkOrFileAbove(root: string, path: string): string | undefined {
  const folders = path.split("/").slice(0, -1);
  for (const index of folders.keys()) {
    const folder = folders.slice(0, index + 1).join("/");
    const stat = lstatSync(join(root, folder), { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    if (!stat.isDirectory()) return folder;
  }
  return undefined;
}

/** What macOS and Windows take for the same path. */
function sameButForCase(root: string, path: string): string | undefined {
  let folder = ".";
  for (const part of path.split("/")) {
    const names = readdirSync(join(root, folder));
    if (names.includes(part)) {
      folder = folder === "." ? part : `${folder}/${part}`;
      continue;
    }
    const other = names.find((name) => name.toLowerCase() === part.toLowerCase());
    return other === undefined ? undefined : folder === "." ? other : `${folder}/${other}`;
  }
  return undefined;
}

function inTheWay(what: string, where: string): Problem {
  return { code: "file-in-the-way", what, where, next: "move it away, or choose another name; nothing was written" };
}

function changed(path: string, how: string): Problem {
  const what = `${path} ${how} since it was read`;
  return { code: "file-in-the-way", what, where: path, next: "start again: nothing was written" };
}
