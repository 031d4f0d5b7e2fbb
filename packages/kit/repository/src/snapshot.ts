import { execFileSync } from "node:child_process";
import { UserError } from "@kit/errors";
import { isKustomization, readFolders } from "@kit/kustomize";
import { filesBelow } from "@kit/tree";
import { gitFiles } from "./git-files.ts";

/** What a repository has in generated/ and overlays/ at a ref, or now. */
export interface Snapshot {
  /** As a reader would name it. */
  readonly name: string;
  /** What stands before a path of it. */
  readonly label: string;
  /** Undefined for the working tree. */
  readonly ref: string | undefined;
  /** Texts by path, in the order of the paths. */
  readonly files: ReadonlyMap<string, string>;
}

const folders = ["generated", "overlays"];

/**
 * What a ref has.
 *
 * @param renders Whether a ref that has nothing rendered is built, in a temporary worktree.
 * @throws UserError where there is no git repository, the ref is unknown, or nothing is rendered at it and it is not to
 * be built, or does not build; EnvironmentFailure where the machine fails that builds it.
 */
export async function snapshotAt(root: string, ref: string, renders: boolean): Promise<Snapshot> {
  let files: Snapshot["files"] = withShared((folder) => [...gitFiles(root, ref, folder)]);
  if (renders && !hasRendered(files)) {
    const { renderRef } = await import("./render-ref.ts");
    files = await renderRef(root, ref);
  }
  requireRendered(
    files,
    `the ref ${ref}`,
    ref,
    "add --render, which builds it in a temporary worktree; or name a ref at which generated/rendered is committed",
  );
  return { name: ref, label: `${ref}:`, ref, files };
}

/**
 * What the working tree has.
 *
 * @throws UserError where nothing is rendered.
 */
export function snapshotOf(root: string): Snapshot {
  const files = withShared((folder) => filesBelow(root, folder));
  requireRendered(files, "the working tree", root, "run `pnpm build`");
  return { name: "the working tree", label: "", ref: undefined, files };
}

/** The files of generated/ and overlays/, and of the folders beside them that overlays build on. */
function withShared(read: (folder: string) => readonly (readonly [path: string, text: string])[]): Map<string, string> {
  const files = new Map(folders.flatMap(read));
  const known = new Set(folders);
  for (;;) {
    const own = new Map([...files].filter(([path]) => !path.startsWith("generated/")));
    const overlays = [...own.keys()].filter((path) => path.startsWith("overlays/") && isKustomization(path));
    const missing = overlays.flatMap((path) => readFolders(path.slice(0, path.lastIndexOf("/")), own).missing);
    const more = new Set(
      missing.map((path) => path.split("/", 1)[0]!).filter((first) => isShared(first) && !known.has(first)),
    );
    if (more.size === 0) return files;
    for (const folder of more) {
      known.add(folder);
      for (const [path, text] of read(folder)) files.set(path, text);
    }
  }
}

function isShared(folder: string): boolean {
  return !/^\.|:$|^(packages|node_modules)$/.test(folder) && folder !== "";
}

/** The files of packages that differ in the second of two snapshots; new ones too. */
export function changedSources(root: string, before: Snapshot, after: Snapshot): string[] {
  const refs = [before.ref, after.ref].filter((ref) => ref !== undefined);
  const changed = git(root, ["diff", "--name-only", "--no-renames", "--relative", "-z", ...refs, "--", "packages"]);
  const untracked = ["ls-files", "--others", "--exclude-standard", "-z", "--", "packages"];
  return after.ref === undefined ? [...changed, ...git(root, untracked)] : changed;
}

function requireRendered(files: Snapshot["files"], what: string, where: string, next: string): void {
  if (hasRendered(files)) return;
  throw new UserError({ code: "rendered-missing", what: `${what} has no generated/rendered`, where, next });
}

function hasRendered(files: Snapshot["files"]): boolean {
  return files.keys().some((path) => path.startsWith("generated/rendered/"));
}

function git(root: string, args: readonly string[]): string[] {
  const output = execFileSync("git", args, { cwd: root, stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" });
  return output.split("\0").filter((path) => path !== "");
}
