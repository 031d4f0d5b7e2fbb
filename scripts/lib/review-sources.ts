import { writtenFrom } from "@kit/emit/header";
import type { Source } from "@kit/review";
import type { Snapshot } from "./snapshot.ts";

type SourceOf = (rendered: string) => Source | undefined;

/**
 * Which files of packages the objects of an environment come from, by the paths of their rendered files.
 *
 * The bases and the component say in their first line which packages wrote them. What of those packages is another,
 * git knows.
 *
 * @param environments The ids of all of them.
 * @param changedFiles The files of packages that are another.
 */
export function reviewSources(
  environment: string,
  before: Snapshot,
  after: Snapshot,
  environments: readonly string[],
  changedFiles: () => readonly string[],
): SourceOf {
  const [own, others] = [partsOf(environment, before), partsOf(environment, after)];
  const otherNames = environments.filter((id) => id !== environment).map(lastOf);
  // Beside an environment's own file, its package has those of others.
  const isOfAnother = (file: string): boolean =>
    file.includes("/environments/src/") &&
    otherNames.some((name) => name !== lastOf(environment) && file.endsWith(`/src/${name}.ts`));
  return (rendered) => {
    const key = /\/\d+-([^/]+)\.yaml$/.exec(rendered)?.[1] ?? "";
    const [was, is] = [own.get(key) ?? new Map<string, string>(), others.get(key) ?? new Map<string, string>()];
    const paths = [...new Set([...was.keys(), ...is.keys()])];
    if (paths.length === 0) return undefined;
    const changed = paths.filter((path) => was.get(path) !== is.get(path));
    const texts = (changed.length === 0 ? paths : changed).map((path) => is.get(path) ?? was.get(path) ?? "");
    const packages = new Set(texts.flatMap(packagesOf));
    const isOfIt = (file: string): boolean => isOf(file, packages) && !isOfAnother(file);
    const files = changed.length === 0 ? [] : changedFiles().filter(isOfIt);
    return { file: named(files.length === 0 ? [...packages] : files), changed: changed.length > 0 };
  };
}

function lastOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** The texts of the files that make an object, by their paths, by `deployment-backend`. */
function partsOf(environment: string, { files }: Snapshot): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const overlay = [...files].filter(([path]) => path.startsWith(`overlays/${environment}/`)).map(([, text]) => text);
  const bases = overlay.flatMap((text) =>
    [...text.matchAll(/generated\/bases\/[\w./-]+/g)].map(([folder]) => `${folder.replace(/\/$/, "")}/`),
  );
  const folders = [...bases, `generated/environments/${environment}/`];
  const parts = new Map<string, Map<string, string>>();
  for (const [path, text] of files) {
    const folder = folders.find((one) => path.startsWith(one));
    if (folder === undefined) continue;
    const key = path.slice(folder.length).replace(/^(whole\/|patch-)|\.yaml$/g, "");
    parts.set(key, (parts.get(key) ?? new Map<string, string>()).set(path, text));
  }
  return parts;
}

function packagesOf(text: string): string[] {
  return writtenFrom(text)?.split(" and ") ?? [];
}

function isOf(file: string, packages: ReadonlySet<string>): boolean {
  return [...packages].some((one) => file.startsWith(`${one}/src/`));
}

const most = 3;

function named(files: readonly string[]): string {
  const more = files.length > most ? ` and ${files.length - most} more` : "";
  return `${files.slice(0, most).join(", ")}${more}`;
}
