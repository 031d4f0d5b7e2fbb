import { isList, isMap, type Json, type JsonObject } from "@kit/kube";

/** A map, or an empty one where the value is not a map: what kustomize cannot read, it refuses itself. */
export function mapOf(value: Json | undefined): JsonObject {
  return isMap(value) ? value : {};
}

export function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

/** The maps of a list, with their positions. */
export function entriesOf(value: Json | undefined): [JsonObject, number][] {
  return listOf(value).flatMap((entry, index): [JsonObject, number][] => (isMap(entry) ? [[entry, index]] : []));
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Whether two values are one text: kustomize writes numbers of labels and the like as text. */
export function isSameScalar(one: Json | undefined, other: Json | undefined): boolean {
  return scalarText(one) === scalarText(other);
}

function scalarText(value: Json | undefined): string | undefined {
  return typeof value === "object" ? JSON.stringify(value) : value === undefined ? undefined : String(value);
}
