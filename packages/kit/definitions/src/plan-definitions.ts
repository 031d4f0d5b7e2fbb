import {
  definitionFile,
  definitionsFolder,
  definitionText,
  indexFile,
  typesFile,
  type KindDefinition,
} from "./definition.ts";
import { indexed, indexText, type IndexedKind } from "./index-text.ts";
import { typesText } from "./types-text.ts";

/** The files of definitions, by their paths from the repository's root; undefined for one that goes. */
export type DefinitionFiles = ReadonlyMap<string, string | undefined>;

/**
 * The files with some definitions more, or in the place of what the repository has of their kinds.
 *
 * @param index What the repository has.
 * @param kit The version of typed-manifests, as the workspace says it: `workspace:*` or `catalog:`.
 */
export function addedFiles(
  added: readonly KindDefinition[],
  index: readonly IndexedKind[],
  kit: string,
): DefinitionFiles {
  const kinds = added.map(indexed);
  const files = new Map<string, string | undefined>();
  for (const one of index.filter((old) => kinds.some((kind) => isSame(old, kind)))) {
    for (const version of one.versions) files.set(typesFile(one.group, version, one.kind), undefined);
  }
  for (const definition of added) {
    const { group, names, versions } = definition.spec;
    files.set(definitionFile(group, names.kind), definitionText(definition));
    for (const version of versions.filter(({ served }) => served)) {
      files.set(typesFile(group, version.name, names.kind), typesText(definition, version));
    }
  }
  files.set(indexFile, indexText([...index.filter((old) => !kinds.some((kind) => isSame(old, kind))), ...kinds]));
  files.set(`${definitionsFolder}/package.json`, packageText(kit));
  return files;
}

/** The files without some kinds. */
export function removedFiles(removed: readonly IndexedKind[], index: readonly IndexedKind[]): DefinitionFiles {
  const files = new Map<string, string | undefined>();
  for (const { group, kind, versions } of removed) {
    files.set(definitionFile(group, kind), undefined);
    for (const version of versions) files.set(typesFile(group, version, kind), undefined);
  }
  const rest = index.filter((one) => !removed.includes(one));
  files.set(indexFile, rest.length === 0 ? undefined : indexText(rest));
  if (rest.length === 0) files.set(`${definitionsFolder}/package.json`, undefined);
  return files;
}

function packageText(kit: string): string {
  const content = {
    name: "definitions",
    version: "0.0.0",
    private: true,
    type: "module",
    exports: { "./*": "./*.ts" },
    dependencies: { "typed-manifests": kit },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function isSame(one: IndexedKind, other: IndexedKind): boolean {
  return one.group === other.group && one.kind === other.kind;
}
