import type { Path, TypeSchema } from "@kit/schema";
import { isList, isMap } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import { isTemplateField, podTemplateType } from "./pod-template.ts";
import { placeIn, rootOf, type TypePlace } from "./place.ts";

/** How the API merges a list: entries known by their keys, a set of values, or one value as a whole. */
export type ListRule =
  | {
      readonly type: "map";
      readonly keys: readonly string[];
      /** What a key is where it is not written, such as the protocol TCP. */
      readonly defaults: Readonly<Record<string, unknown>>;
      /** Beside the keys, the field in which no two entries may be the same, where there is one. */
      readonly unique: UniqueField | undefined;
    }
  | { readonly type: "set" }
  /** `isKnown`: the API says so. Else nobody says how it is merged. */
  | { readonly type: "whole"; readonly isKnown: boolean };

export interface UniqueField {
  readonly field: string;
  /** Whether two entries without it are the same too. */
  readonly isNeeded: boolean;
}

/**
 * How the API merges the list at a place of an object.
 *
 * By `x-kubernetes-list-map-keys`, else by the key of strategic merge patches. The lists of a custom resource's pod template are
 * merged as a Pod's, whatever its own definition says of them.
 *
 * @param path From the object's root; an index for an entry of a list, whichever it is.
 * @param object The object, by which the pod templates of custom resources are known. Default: what stands in a field `template`
 *   and has the fields of a pod is one.
 */
export function listRule(apiVersion: string, kind: string, path: Path, object?: JsonObject): ListRule {
  return ruleOf(placeAt(apiVersion, kind, path, object));
}

/** A place of an object, with the parameters of `listRule`. */
export function placeAt(apiVersion: string, kind: string, path: Path, object?: JsonObject): TypePlace {
  let place = rootOf(apiVersion, kind);
  let value: Json | undefined = object;
  for (const [index, step] of path.entries()) {
    value = stepIn(value, step);
    place =
      object === undefined && place.isCustom && isPathIntoPod(path.slice(index))
        ? { type: podTemplateType(), isCustom: false }
        : placeIn(place, step, value);
  }
  return place;
}

/** How the API merges the list at a place. */
export function ruleOf({ type, isCustom }: TypePlace): ListRule {
  const keys = type?.listType === "map" ? type.keys : keysOfPatch(type);
  if (keys !== undefined) return { type: "map", keys, defaults: defaultsOf(type), unique: uniqueIn(keys, type?.items) };
  if (type?.listType === "set") return { type: "set" };
  return { type: "whole", isKnown: !isCustom || type?.listType === "atomic" };
}

function keysOfPatch(type: TypeSchema | undefined): readonly string[] | undefined {
  return type?.listType === undefined && type?.mergeKey !== undefined ? [type.mergeKey] : undefined;
}

// For a field that is always written, the table has the zero of its type.
function defaultsOf(type: TypeSchema | undefined): Readonly<Record<string, unknown>> {
  const entries = Object.entries(type?.keyDefaults ?? {});
  return Object.fromEntries(entries.filter(([, value]) => value !== "" && value !== 0));
}

/** An entry's name is its own wherever there is one, but for a mount's, which is that of the volume, and an owner's. */
function uniqueIn(keys: readonly string[], items: TypeSchema | undefined): UniqueField | undefined {
  const isOwn = !["name", "mountPath", "uid"].some((key) => keys.includes(key));
  if (!isOwn || items?.fields?.get("name") === undefined) return undefined;
  // A Service with several ports has to name them all.
  return { field: "name", isNeeded: items.fields.get("nodePort") !== undefined };
}

function isPathIntoPod([template, spec, field]: Path): boolean {
  if (typeof template !== "string" || !isTemplateField(template) || spec !== "spec") return false;
  const pod = podTemplateType().fields?.get("spec");
  return typeof field === "string" && pod?.fields?.get(field) !== undefined;
}

function stepIn(value: Json | undefined, step: string | number): Json | undefined {
  if (typeof step === "number") return isList(value) ? value[step] : undefined;
  return isMap(value) ? value[step] : undefined;
}
