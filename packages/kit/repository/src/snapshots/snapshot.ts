import { UserError } from "@kit/errors";
import { isKustomization, readFolders } from "@kit/kustomize";
import { filesBelow } from "@kit/tree";
import { filesAt } from "../git/files-at.ts";
import { gitIn } from "../git/git.ts";

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
  let files: Snapshot["files"] = withShared((folder) => [...filesAt(root, ref, folder)]);
  if (renders && !hasRendered(files)) {
    const { renderRef } = await import("./render-ref.ts");
    files = await renderRef(root, ref);
  }
  if (!hasRendered(files)) {
    const next =
      "add --render, which builds it in a temporary worktree; or name a ref at which generated/rendered is committed";
    throw nothingRendered(`the ref ${ref}`, ref, next);
  }
  return { name: ref, label: `${ref}:`, ref, files };
}

/**
 * What the working tree has.
 *
 * @throws UserError where nothing is rendered.
 */
export function snapshotOf(root: string): Snapshot {
  const files = withShared((folder) => filesBelow(root, folder));
  if (!hasRendered(files)) throw nothingRendered("the working tree", root, "run `pnpm build`");
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
  const git = gitIn(root);
  const changed = git.list("diff", "--name-only", "--no-renames", "--relative", "-z", ...refs, "--", "packages");
  if (after.ref !== undefined) return changed;
  return [...changed, ...git.list("ls-files", "--others", "--exclude-standard", "-z", "--", "packages")];
}

function nothingRendered(what: string, where: string, next: string): UserError {
  return new UserError({ code: "rendered-missing", what: `${what} has no generated/rendered`, where, next });
}

function hasRendered(files: Snapshot["files"]): boolean {
  return files.keys().some((path) => path.startsWith("generated/rendered/"));
}
