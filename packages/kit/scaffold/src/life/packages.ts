import type { Draft } from "./draft.ts";
import { importsOf } from "./imports.ts";

/** The name that a package says in its package.json; undefined where it says none. */
export function packageName(draft: Draft, folder: string): string | undefined {
  const text = draft.read(`${folder}/package.json`);
  if (text === undefined) return undefined;
  const { name } = JSON.parse(text) as { readonly name?: unknown };
  return typeof name === "string" ? name : undefined;
}

/** Gives a package another name, in its package.json, in what depends on it, and in what imports it. */
export function renamePackage(draft: Draft, from: string, to: string): void {
  if (from === to) return;
  for (const path of packageFiles(draft)) {
    const text = draft.read(path)!;
    draft.write(path, text.replaceAll(JSON.stringify(from), JSON.stringify(to)));
  }
  for (const path of draft.sources("packages")) redirectImports(draft, path, from, to);
}

/** Has a source import from another package what it imports from one. */
export function redirectImports(draft: Draft, path: string, from: string, to: string): void {
  draft.edit(path, (source) => {
    for (const { value, start } of importsOf(source)) {
      if (value !== from && !value.startsWith(`${from}/`)) continue;
      source.edits.overwrite(start + 1, start + 1 + from.length, to);
    }
  });
}

/** The places where a package is imported: `packages/shop/web/src/index.ts, line 3`. */
export function importersOf(draft: Draft, name: string, folder: string): string[] {
  return draft
    .sources("packages")
    .filter((path) => !path.startsWith(`${folder}/`))
    .flatMap((path) => {
      const places: string[] = [];
      draft.edit(path, (source) => {
        for (const { value, start } of importsOf(source)) {
          if (!leadsTo(value, path, name, folder)) continue;
          places.push(`${path}, line ${source.text.slice(0, start).split("\n").length}`);
        }
      });
      return places;
    });
}

function leadsTo(value: string, path: string, name: string, folder: string): boolean {
  if (!value.startsWith(".")) return value === name || value.startsWith(`${name}/`);
  const target = new URL(value, `file:///${path}`).pathname.slice(1);
  return target.startsWith(`${folder}/`);
}

/** Takes a package out of what depends on it. */
export function dropDependency(draft: Draft, name: string): void {
  for (const path of packageFiles(draft)) {
    const text = draft.read(path)!;
    const content = JSON.parse(text) as Record<string, unknown>;
    let isChanged = false;
    for (const field of ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]) {
      const own = content[field] as Record<string, unknown> | undefined;
      if (own === undefined || !Object.hasOwn(own, name)) continue;
      delete own[name];
      if (Object.keys(own).length === 0) delete content[field];
      isChanged = true;
    }
    if (!isChanged) continue;
    const indent = /^[ \t]+(?=")/m.exec(text)?.[0] ?? 2;
    draft.write(path, `${JSON.stringify(content, null, indent)}${text.endsWith("\n") ? "\n" : ""}`);
  }
}

function packageFiles(draft: Draft): string[] {
  return draft.paths.filter((path) => path === "package.json" || /^packages\/.*\/package\.json$/.test(path));
}
