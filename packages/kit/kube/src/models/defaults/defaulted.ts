import { filledInOf, findKind, type FilledField, type FilledIn, type TypeSchema } from "@kit/schema";
import { isMap } from "../../json.ts";
import { mapOf, textOf, type Loose } from "../../loose.ts";
import { conditional } from "./conditional.ts";
import { canonicalScalar } from "./canonical-scalar.ts";

/**
 * An object as the API server keeps it: what is nothing is gone, amounts are in their one form, and what the server fills in
 * is there. Of a custom resource it fills in what its definition says, where that is known.
 *
 * What depends on a cluster, such as a Service's addresses, and the status are left out. By a table that the decoder of
 * k8s.io/kubernetes was asked for; what it does on a condition is in `conditional.ts`.
 */
export function defaulted(object: Loose): Loose {
  const known = kept.get(object) ?? filledIn(object);
  kept.set(object, known);
  return known;
}

/** It is asked again and again for the same objects, which nobody changes. */
const kept = new WeakMap<Loose, Loose>();

function filledIn(object: Loose): Loose {
  const [apiVersion, kind] = [textOf(object["apiVersion"]) ?? "", textOf(object["kind"]) ?? ""];
  const type = filledInOf(apiVersion, kind);
  if (type === undefined) return mapOf(filledByDefinition(object, findKind(apiVersion, kind)?.type));
  const { status: _, ...rest } = object;
  const { apiVersion: version, kind: own, metadata, ...more } = filledMap(rest, type, `${apiVersion}/${kind}`);
  return { apiVersion: version, kind: own, ...(metadata === undefined ? {} : { metadata }), ...more };
}

function filledMap(written: Loose, type: FilledIn, place: string): Loose {
  const filled: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(written)) {
    const field = type.field(name);
    const own = filledValue(value, field, `${place}/${name}`, type.name);
    if (!isNothing(own, field)) put(filled, name, own);
  }
  const adds = { ...type.adds, ...type.addsAt(place) };
  for (const [name, value] of Object.entries(adds)) {
    if (Object.hasOwn(filled, name)) continue;
    put(filled, name, filledValue(value, type.field(name), `${place}/${name}`, type.name));
  }
  return conditional(type.name, place, { written, filled });
}

function filledValue(value: unknown, field: FilledField | undefined, place: string, owner: string): unknown {
  if (field === undefined || value === null || value === undefined) return value;
  if (field.in === "list" && Array.isArray(value)) {
    // A null among items is one of which nothing is written.
    return (value as unknown[]).map((item) => filledOne(item ?? (field.filled && {}), field, `${place}/0`, owner));
  }
  if (field.in === "map" && isMap(value as never)) {
    const entries = Object.entries(mapOf(value));
    return Object.fromEntries(entries.map(([key, one]) => [key, filledOne(one, field, `${place}/key`, owner)]));
  }
  return field.in === undefined ? filledOne(value, field, place, owner) : value;
}

function filledOne(value: unknown, { filled, type, in: list }: FilledField, place: string, owner: string): unknown {
  // SetDefaults_ResourceList is called for the lists of resources in the core group's types.
  if (filled === undefined) return canonicalScalar(value, type, list === "map" && owner.startsWith("core/"));
  return isMap(value as never) ? filledMap(mapOf(value), filled, place) : value;
}

/** Whether the server keeps nothing of a value. */
function isNothing(value: unknown, field: FilledField | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (field?.in === undefined && field?.isPointer === true) return false;
  if (field?.type === "any") return false;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === "object") return Object.keys(value).length === 0;
  return value === "" || value === 0 || value === false;
}

/** As a structural schema says; null where it is not taken is as if nothing were written. */
function filledByDefinition(value: unknown, type: TypeSchema | undefined): unknown {
  if (type === undefined) return value;
  if (Array.isArray(value)) return (value as unknown[]).map((item) => filledByDefinition(item, type.items));
  if (!isMap(value as never)) return value;
  const filled: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(mapOf(value))) {
    const own = type.values ?? type.fields?.get(name);
    const isUnset = one === null && own?.nullable !== true && own?.default !== undefined;
    if (!isUnset) put(filled, name, filledByDefinition(one, own));
  }
  for (const name of type.fields?.names ?? []) {
    const own = type.fields?.get(name);
    if (own?.default === undefined || Object.hasOwn(filled, name)) continue;
    put(filled, name, filledByDefinition(own.default, own));
  }
  return filled;
}

/** A map may have a key `__proto__`. Other keys are set in a tenth of the time. */
function put(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== "__proto__") target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
