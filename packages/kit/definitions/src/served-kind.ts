import { customMetadata, kindOfDefinition, type KindSchema } from "@kit/schema";
import type { KindDefinition } from "./definition.ts";

/** The schema of a kind in one version; undefined where the definition does not serve it. */
export function servedKind({ spec }: KindDefinition, name: string): KindSchema | undefined {
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
