import type { Identity } from "@kit/kube";
import type { SourceFile } from "@kit/review";
import { objectOrigins } from "../origins/object-origins.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";

type SourceOf = (id: Identity) => SourceFile | undefined;

/**
 * Which files of packages the objects of an environment come from. What of those packages differs, git knows.
 *
 * @param environments The ids of all of them.
 * @param changedFiles The files of packages that differ.
 */
export function reviewSources(
  environment: string,
  before: Snapshot,
  after: Snapshot,
  environments: readonly string[],
  changedFiles: () => readonly string[],
): SourceOf {
  const [own, others] = [objectOrigins(environment, before.files), objectOrigins(environment, after.files)];
  const otherNames = environments.filter((id) => id !== environment).map(lastOf);
  // Beside an environment's own file, its package has those of others.
  const isOfAnother = (file: string): boolean =>
    file.includes("/environments/src/") &&
    otherNames.some((name) => name !== lastOf(environment) && file.endsWith(`/src/${name}.ts`));
  return (id) => {
    const [was, is] = [own(id), others(id)];
    if (was === undefined && is === undefined) return undefined;
    const [old, parts] = [was, is].map((origin) => new Map(origin?.parts.map((part) => [part.path, part])));
    const all = new Map([...old!, ...parts!]);
    const changed = [...all.values()].filter(({ path }) => old!.get(path)?.text !== parts!.get(path)?.text);
    const packages = new Set((changed.length === 0 ? [...all.values()] : changed).flatMap((part) => part.packages));
    const isOfIt = (file: string): boolean => isOf(file, packages) && !isOfAnother(file);
    const files = changed.length === 0 ? [] : changedFiles().filter(isOfIt);
    return { file: named(files.length === 0 ? [...packages] : files), changed: changed.length > 0 };
  };
}

function lastOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

function isOf(file: string, packages: ReadonlySet<string>): boolean {
  return [...packages].some((one) => file.startsWith(`${one}/src/`));
}

const most = 3;

function named(files: readonly string[]): string {
  const more = files.length > most ? ` and ${files.length - most} more` : "";
  return `${files.slice(0, most).join(", ")}${more}`;
}
