import { existsSync } from "node:fs";
import { join } from "node:path";
import { describeThrown, UserError } from "@kit/errors";
import { definitionFile, indexFile, readIndex, type IndexedKind, type KindDefinition } from "@kit/definitions";
import { groupOf, versionOf } from "@kit/kube";
import type { Manifest } from "@kit/rehearse";
import { useRepositoryKinds } from "@kit/schema";
import { readText } from "@kit/tree";

/**
 * What a repository's own definitions define, by their index; nothing where it has none.
 *
 * @throws UserError where the index is not as `crds add` writes it.
 */
export function ownDefinitions(root: string): IndexedKind[] {
  if (!existsSync(join(root, indexFile))) return [];
  const text = readText(join(root, indexFile), indexFile);
  try {
    return readIndex(text);
  } catch (error) {
    throw damaged(indexFile, error);
  }
}

/** @throws UserError where the file is not there, or not as `crds add` writes it. */
export function readDefinition(root: string, group: string, kind: string): KindDefinition {
  const file = definitionFile(group, kind);
  try {
    return JSON.parse(readText(join(root, file), file)) as KindDefinition;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw damaged(file, error);
  }
}

/** Has all that this process judges know the kinds of a repository's own definitions. A definition is read when it is needed. */
export function useOwnDefinitions(root: string): void {
  const index = ownDefinitions(root);
  if (index.length === 0) return;
  useRepositoryKinds({
    kinds: index.flatMap(({ group, kind, namespaced, versions }) =>
      versions.map((version) => ({ apiVersion: `${group}/${version}`, kind, namespaced })),
    ),
    read(apiVersion, kind) {
      const group = groupOf(apiVersion);
      const { versions, scope } = readDefinition(root, group, kind).spec;
      const version = versions.find(({ name }) => name === versionOf(apiVersion));
      if (version === undefined) {
        throw damaged(definitionFile(group, kind), new Error(`it has no version ${versionOf(apiVersion)}`));
      }
      const ownStatus = version.subresources?.status !== undefined;
      const { openAPIV3Schema: schema } = version.schema;
      return { apiVersion, kind, namespaced: scope === "Namespaced", ownStatus, schema };
    },
  });
}

/**
 * The definitions that a repository has of the kinds of some objects, as a server can be given them.
 *
 * @throws UserError where one is not as `crds add` writes it.
 */
export function usedDefinitions(root: string, manifests: readonly Manifest[]): KindDefinition[] {
  const used = new Set(manifests.map(({ data: { apiVersion, kind } }) => `${groupOf(apiVersion)}/${kind}`));
  return ownDefinitions(root)
    .filter(({ group, kind }) => used.has(`${group}/${kind}`))
    .map(({ group, kind }) => withoutConversion(readDefinition(root, group, kind)));
}

/** Nobody answers the webhook that converts between versions. */
function withoutConversion(definition: KindDefinition): KindDefinition {
  const { conversion: _conversion, ...spec } = definition.spec as KindDefinition["spec"] & { conversion?: object };
  return { ...definition, spec };
}

function damaged(file: string, error: unknown): UserError {
  return new UserError(
    {
      code: "definition-invalid",
      what: `${file} is not as \`crds add\` writes it: ${describeThrown(error)}`,
      where: file,
      next: "bring it back from git, or remove packages/definitions and add the definitions again",
    },
    { cause: error },
  );
}
