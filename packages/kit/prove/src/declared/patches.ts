import { isList, isMap, mapOf, textOf, type Json, type JsonObject } from "@kit/kube";
import type { Selects } from "./claim.ts";
import { everything, type DeclaringField } from "./declared.ts";
import { jsonPatchClaims } from "./json-patch.ts";
import { identitySelector, selectorOf } from "./selector.ts";
import { strategicClaims } from "./strategic-patch.ts";

/** What an entry of `patches` declares: a patch in place or by its path, of either form, with or without a target. */
export function readPatch(field: DeclaringField, entry: JsonObject): void {
  const { path, patch, jsonOp, target, options } = entry;
  const text = textOf(patch) ?? textOf(jsonOp) ?? textOf(path);
  const documents = text === undefined ? [] : field.documentsOf(text);
  if (documents === undefined) field.declared.unreadable.push(`${field.by}: its patch cannot be read`);
  else applyDocuments(field, documents, isMap(target) ? selectorOf(target) : undefined, mapOf(options));
}

/** What entries of `patchesStrategicMerge` declare: paths, or patches in place. */
export function readStrategicPatches(field: DeclaringField, entries: readonly Json[]): void {
  for (const entry of entries) {
    const documents = field.documentsOf(textOf(entry) ?? "");
    if (documents === undefined) field.declared.unreadable.push(`${field.by}: its patch cannot be read`);
    else applyDocuments(field, documents, undefined, {});
  }
}

/** What patches declare. Without a target they are for the objects that they name. */
function applyDocuments(
  field: DeclaringField,
  documents: readonly Json[],
  selects: Selects | undefined,
  options: JsonObject,
): void {
  for (const document of documents.flatMap(itemsOf)) {
    if (isList(document)) jsonPatchClaims(field, document, selects ?? everything);
    else if (isMap(document) && "op" in document && "path" in document) {
      jsonPatchClaims(field, [document], selects ?? everything);
    } else if (isMap(document)) {
      const own = selects ?? identitySelector(document, mapOf(document["metadata"]));
      strategicClaims(field, document, own, options);
    }
  }
}

/** kustomize takes a List as the objects in it. */
function itemsOf(document: Json): readonly Json[] {
  if (!isMap(document) || textOf(document["kind"])?.endsWith("List") !== true) return [document];
  const items = document["items"];
  return isList(items) ? items : [document];
}
