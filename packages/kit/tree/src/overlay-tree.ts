import { lstatSync, readdirSync, realpathSync, type Dirent } from "node:fs";
import { join, relative, sep } from "node:path";
import { UserError, type Problem } from "@kit/errors";
import { isTooLarge, kindOf, tooLarge } from "./read-file.ts";

/** What stands below `overlays/`. */
export interface OverlayTree {
  /** The directories, outermost first, from the repository's root. */
  readonly directories: readonly string[];
  /** The files, from the repository's root. */
  readonly files: readonly string[];
  /** What links lead to, both from the repository's root. */
  readonly links: ReadonlyMap<string, string>;
}

/**
 * Looks through `overlays/` before anything reads it. A link is good where it leads into `overlays/` or `generated/`,
 * and kustomize then reads it as its own rules say.
 *
 * @throws UserError with every link that leads elsewhere or nowhere, everything that is not a file, and files that are too
 *   large.
 */
export function overlayTree(root: string): OverlayTree {
  const found = { directories: [] as string[], files: [] as string[], links: new Map<string, string>() };
  const problems: Problem[] = [];
  const walk = (folder: string): void => {
    found.directories.push(folder);
    for (const item of readdirSync(join(root, folder), { withFileTypes: true }).toSorted(byName)) {
      const path = `${folder}/${item.name}`;
      if (item.isDirectory()) walk(path);
      else if (item.isFile()) {
        const stat = lstatSync(join(root, path));
        if (isTooLarge(stat)) problems.push(...tooLarge(path, stat.size).problems);
        found.files.push(path);
      } else if (item.isSymbolicLink()) follow(root, path, found.links, problems);
      else problems.push(isNoFile(path, kindOf(item)));
    }
  };
  const stat = lstatSync(join(root, "overlays"), { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isDirectory()) problems.push(isNoDirectory(kindOf(stat)));
  else if (stat !== undefined) walk("overlays");
  UserError.throwIfAny(problems);
  return found;
}

/**
 * The path below the root to which a path of `overlays/` leads, by whatever links.
 *
 * @throws UserError where that is neither in `overlays/` nor in `generated/`, or nowhere.
 */
export function followOverlay(root: string, path: string): string {
  const links = new Map<string, string>();
  const problems: Problem[] = [];
  follow(root, path, links, problems);
  UserError.throwIfAny(problems);
  return links.get(path)!;
}

function follow(root: string, path: string, links: Map<string, string>, problems: Problem[]): void {
  // Editors mark what somebody is editing with a link that leads nowhere.
  if (/\/\.#[^/]*$/.test(path)) return;
  const target = targetOf(root, path);
  if (target === undefined) problems.push(leadsAway(path, "nowhere, or in a circle"));
  else if (!/^(?:overlays|generated)(?:\/|$)/.test(target)) problems.push(leadsAway(path, "out of overlays/"));
  else links.set(path, target);
}

/** Undefined where there is nothing. */
function targetOf(root: string, path: string): string | undefined {
  try {
    return relative(realpathSync(root), realpathSync(join(root, path))).replaceAll(sep, "/");
  } catch {
    return undefined;
  }
}

function byName(one: Dirent, other: Dirent): number {
  return one.name < other.name ? -1 : 1;
}

function leadsAway(path: string, where: string): Problem {
  return {
    code: "file-link",
    what: `${path} is a link that leads ${where}`,
    where: path,
    next: "put the file itself there, or let the link lead to a file below overlays/",
  };
}

function isNoFile(path: string, kind: string): Problem {
  return { code: "file-kind", what: `${path} is ${kind}, and no file`, where: path, next: "move it away" };
}

function isNoDirectory(kind: string): Problem {
  const next = "put a directory there, with a folder for each environment";
  return { code: "file-kind", what: `overlays is ${kind === "a device" ? "a file" : kind}`, where: "overlays", next };
}
