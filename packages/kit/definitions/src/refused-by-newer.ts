import { groupOf, textOf, versionOf, type Loose } from "@kit/kube";
import { checkStructure, type KindSchema } from "@kit/schema";
import type { KindDefinition } from "./definition.ts";
import { servedKind } from "./served-kind.ts";

/**
 * What a newer definition refuses of an object that the one of now takes, each as `spec.mode: …`; empty where the object is of
 * another kind.
 *
 * @param before The kind as it is now; undefined where nobody describes it.
 */
export function refusedByNewer(definition: KindDefinition, before: KindSchema | undefined, data: Loose): string[] {
  const apiVersion = textOf(data["apiVersion"]) ?? "";
  if (groupOf(apiVersion) !== definition.spec.group || data["kind"] !== definition.spec.names.kind) return [];
  const after = servedKind(definition, versionOf(apiVersion));
  if (after === undefined) return [`${apiVersion} is not served any more`];
  const known = new Set(before === undefined ? [] : textsOf(before, data));
  return textsOf(after, data).filter((text) => !known.has(text));
}

function textsOf(schema: KindSchema, data: Loose): string[] {
  return checkStructure(schema, data).problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
