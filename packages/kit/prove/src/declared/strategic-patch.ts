import { isBuiltIn, isList, isMap, listRule, textOf, type Json, type JsonObject } from "@kit/kube";
import { equal } from "../equal.ts";
import { tokens, type MergedEntry, type Segment, type Selects } from "./claim.ts";
import { claim, type DeclaringField } from "./declared.ts";

interface Patch {
  readonly field: DeclaringField;
  readonly selects: Selects;
  readonly apiVersion: string;
  readonly kind: string;
}

/**
 * The paths that a strategic merge patch can touch. Of a list whose entries are merged by keys these are the entries that
 * it names, and the order; other lists are replaced, and so are all lists of custom resources.
 *
 * @param options Of the entry of `patches`: only with them a patch changes a name or a kind.
 */
export function strategicClaims(
  field: DeclaringField,
  document: JsonObject,
  selects: Selects,
  options: JsonObject,
): void {
  const { apiVersion, kind, metadata, $patch, ...rest } = document;
  if ($patch === "delete") {
    field.declared.removals.push({ by: field.by, selects });
    return;
  }
  const patch = { field, selects, apiVersion: textOf(apiVersion) ?? "", kind: textOf(kind) ?? "" };
  if ($patch === "replace") claim(field, selects, []);
  if (options["allowKindChange"] === true) for (const at of ["apiVersion", "kind"]) claim(field, selects, tokens(at));
  if (isMap(metadata)) {
    const { name: _, namespace: __, ...others } = metadata;
    if (options["allowNameChange"] === true) claim(field, selects, tokens("metadata", "name"));
    walkMap(patch, others, tokens("metadata"), ["metadata"]);
  }
  walkMap(patch, rest, [], []);
}

type Place = readonly (string | number)[];

function walkMap(patch: Patch, map: JsonObject, path: readonly Segment[], place: Place): void {
  if (map["$patch"] === "replace" || map["$patch"] === "delete") {
    claim(patch.field, patch.selects, path);
    return;
  }
  for (const [key, value] of Object.entries(map)) {
    if (key === "$patch") continue;
    const at = [...path, ...tokens(key)];
    if (isMap(value) && Object.keys(value).length > 0) walkMap(patch, value, at, [...place, key]);
    else if (isMap(value)) claim(patch.field, patch.selects, at, { type: "value", accepts: isNew });
    else if (isList(value)) walkList(patch, value, at, [...place, key]);
    else claim(patch.field, patch.selects, at);
  }
}

/** An empty map changes nothing where there is something. */
function isNew(wanted: Json | undefined): boolean {
  return !isMap(wanted);
}

function walkList(patch: Patch, list: readonly Json[], path: readonly Segment[], place: Place): void {
  const { field, selects, apiVersion, kind } = patch;
  const rule = listRule(apiVersion, kind, place);
  const entries = rule.type === "map" && isBuiltIn(apiVersion) ? entriesIn(list, rule.keys) : undefined;
  if (entries === undefined) {
    claim(field, selects, path);
    return;
  }
  claim(field, selects, path, { type: "entries", entries });
  // A kustomize that does not know the keys yet has replaced the list.
  claim(field, selects, path, {
    type: "value",
    accepts: (_, rendered) => rendered !== undefined && equal(rendered, list),
  });
  list.forEach((entry, index) => {
    const { fields } = entries[index]!;
    // Its keys are those that the entry has.
    const rest = Object.entries(entry as JsonObject).filter(([key]) => !Object.hasOwn(fields, key));
    walkMap(patch, Object.fromEntries(rest), [...path, { type: "entry", fields }], [...place, 0]);
  });
}

/** Each entry by its keys, or undefined where the whole list is replaced. */
function entriesIn(list: readonly Json[], keys: readonly string[]): MergedEntry[] | undefined {
  if (list.length === 0) return undefined;
  const found: MergedEntry[] = [];
  for (const entry of list) {
    if (!isMap(entry) || entry["$patch"] === "replace") return undefined;
    const own = Object.fromEntries(keys.flatMap((key) => (entry[key] === undefined ? [] : [[key, entry[key]]])));
    if (Object.keys(own).length === 0) return undefined;
    found.push({ fields: own, removed: entry["$patch"] === "delete" });
  }
  return found;
}
