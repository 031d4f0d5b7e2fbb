import type { Loose } from "@kit/kube";
import { toJson } from "@kit/yaml";
import { dataAt, textAt } from "../data.ts";
import type { Document } from "../input/document.ts";
import { objectsIn } from "../input/read-document.ts";

/**
 * Documents whose objects say no namespace where it is the environment's own, so that the same objects of two
 * environments have one name.
 */
export function withoutNamespace(documents: readonly Document[], namespace: string | undefined): Document[] {
  return documents.flatMap((document) => {
    const objects = objectsIn(document);
    if (namespace === undefined || !objects.some(({ id }) => id.namespace === namespace)) return [document];
    return objects.map(({ data }) => ({ ...document, text: toJson(without(data, namespace)) }));
  });
}

/** The namespace that is said; else the only one that the objects are in. */
export function ownNamespace(documents: readonly Document[], said: string | undefined): string | undefined {
  if (said !== undefined) return said;
  const names = new Set(documents.flatMap((document) => objectsIn(document).flatMap(({ id }) => id.namespace ?? [])));
  return names.size === 1 ? [...names][0] : undefined;
}

function without(data: Loose, own: string): Loose {
  if (textAt(data, "metadata", "namespace") !== own) return data;
  const { namespace: _namespace, ...metadata } = dataAt(data, "metadata");
  return { ...data, metadata };
}
