import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "@kit/errors";
import type { FilePlan } from "@kit/scaffold";
import { gitIn } from "../git/git.ts";
import { madeByTools } from "./life-facts.ts";

/**
 * What git could not bring back of what a plan takes away: what is not committed, ignored, no text, or a link.
 *
 * @param others Files that are no text, and links.
 * @param moved The files that a plan only moves, by their former paths.
 * @throws UserError where this is not a git repository.
 */
export function lostFiles(
  root: string,
  plan: FilePlan,
  others: readonly string[],
  moved: ReadonlySet<string>,
): Problem[] {
  const gone = plan.filter(({ path, after }) => after === undefined && !moved.has(path)).map(({ path }) => path);
  const leaving = plan.filter(({ after }) => after === undefined).map(({ path }) => path);
  const folders = foldersOf(root, leaving);
  const problems = others.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`))).map(cannotMove);
  if (gone.length === 0) return problems;
  const git = gitIn(root, { without: ", so nothing could bring back what is removed" });
  const status = git.list(
    "--literal-pathspecs",
    "status",
    "--porcelain",
    "--ignored",
    "--untracked-files=all",
    "-z",
    "--",
    ...foldersOf(root, gone),
  );
  const dirty = status.map((line) => ({ state: line.slice(0, 2), path: line.slice(3).replace(/\/$/, "") }));
  return [
    ...problems,
    ...dirty
      .filter(({ path }) => !path.split("/").some((part) => madeByTools.has(part)))
      .map(({ state, path }) => (state === "!!" ? isIgnored(path) : notCommitted(path))),
  ];
}

/** The outermost folders of which nothing stays but what tools have made. */
function foldersOf(root: string, paths: readonly string[]): string[] {
  const gone = new Set(paths);
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf("/"))));
  const tops = [...folders].map((folder) => {
    let top = folder;
    for (let above = folder; above.includes("/"); above = above.slice(0, above.lastIndexOf("/"))) {
      if (!isAllGone(root, above, gone)) break;
      top = above;
    }
    return top;
  });
  return [...new Set(tops)].filter((top) => !tops.some((other) => top.startsWith(`${other}/`))).toSorted();
}

function isAllGone(root: string, folder: string, gone: ReadonlySet<string>): boolean {
  const paths = [...gone].filter((path) => path.startsWith(`${folder}/`));
  const stays = filesIn(root, folder).filter((path) => !gone.has(path));
  // What is not known of it goes with it, or is told.
  return paths.length > 0 && stays.every((path) => !/(^|\/)package\.json$|kustomization\.ya?ml$/.test(path));
}

function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    if (madeByTools.has(name)) return [];
    const path = `${folder}/${name}`;
    return lstatSync(join(root, path)).isDirectory() ? filesIn(root, path) : [path];
  });
}

function cannotMove(path: string): Problem {
  return {
    code: "file-kind",
    what: `${path} is a link, or no text, and this command moves and removes texts alone`,
    where: path,
    next: "move it away by hand, then start again; nothing was written",
  };
}

function notCommitted(path: string): Problem {
  return {
    code: "removal-dirty",
    what: `${path} has changes that are not committed, and they would be lost`,
    where: path,
    next: "commit them first, or undo them with `git checkout`; nothing was written",
  };
}

function isIgnored(path: string): Problem {
  return {
    code: "removal-dirty",
    what: `${path} is ignored by git, and would be lost`,
    where: path,
    next: "move it away, or delete it, then start again; nothing was written",
  };
}
