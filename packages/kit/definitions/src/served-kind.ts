import { customMetadata, kindOfDefinition, type KindSchema } from "@kit/schema";
import type { KindDefinition } from "./definition.ts";

const made = new WeakMap<KindDefinition, Map<string, KindSchema | undefined>>();

/** The schema of a kind in one version; undefined where the definition does not serve it. Of one definition it is made once. */
export function servedKind(definition: KindDefinition, name: string): KindSchema | undefined {
  const known = made.get(definition) ?? new Map<string, KindSchema | undefined>();
  made.set(definition, known);
  if (!known.has(name)) known.set(name, schemaOf(definition, name));
  return known.get(name);
}

function schemaOf({ spec }: KindDefinition, name: string): KindSchema | undefined {
  const version = spec.versions.find((one) => one.name === name && one.served);
  if (version === undefined) return undefined;
  return kindOfDefinition(
    {
      apiVersion: `${spec.group}/${name}`,
      kind: spec.names.kind,
      namespaced: spec.scope === "Namespaced",
      ownStatus: version.subresources?.status !== undefined,
      schema: version.schema.openAPIV3Schema,
    },
    customMetadata(),
  );
}
