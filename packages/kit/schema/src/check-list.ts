import { checkLimits } from "./check-limits.ts";
import { listed } from "./describe.ts";
import type { TypeSchema } from "./schema.ts";
import type { Walk } from "./walk.ts";
import { zeroOf } from "./zero-of.ts";

/** Checks a list and its items. Returns what is right of it: itself, where all is. */
export function checkList(type: TypeSchema, data: readonly unknown[], walk: Walk): readonly unknown[] {
  const items = type.items!;
  let clean: unknown[] | undefined;
  for (const [index, item] of data.entries()) {
    const right =
      item === null && items.nullable === true ? nullItem(type, index, walk) : walk.check(index, items, item);
    if (right === item && right !== undefined) clean?.push(right);
    else {
      clean ??= data.slice(0, index);
      if (right !== undefined) clean.push(right);
    }
  }
  if (type.listType === "map") reportSameKeys(type, data, walk);
  if (type.listType === "set") reportSameItems(data, walk);
  if (type.limits !== undefined) checkLimits(type.limits, data, walk);
  return clean ?? data;
}

function nullItem({ listType, items }: TypeSchema, index: number, walk: Walk): unknown {
  if (listType !== "map" && listType !== "set") return zeroOf(items!);
  walk.reportAt(index, "type", "an item of this list cannot be null", "write it, or remove it");
  return undefined;
}

/** Items that the server could not tell apart: those of one key, with what it takes for a key that is not written. */
function reportSameKeys({ keys = [], keyDefaults = {} }: TypeSchema, data: readonly unknown[], walk: Walk): void {
  const seen = new Map<string, number>();
  for (const [index, item] of data.entries()) {
    if (typeof item !== "object" || item === null || Array.isArray(item)) continue;
    const values = keys.map((key) => (item as Record<string, unknown>)[key] ?? keyOf(item, key, keyDefaults));
    const missing = keys.find((_, at) => values[at] === undefined);
    if (missing !== undefined) {
      walk.reportAt(index, "required", `${missing} is missing, by which the list's items are known`, "write it");
      continue;
    }
    const text = values.length === 1 && typeof values[0] === "string" ? values[0] : JSON.stringify(values);
    const first = seen.get(text);
    if (first === undefined) seen.set(text, index);
    else {
      const named = keys.map((key, at) => `${key} ${listed([values[at]])}`).join(", ");
      walk.reportAt(index, "duplicate-key", `item ${first} of the list has the same ${named}`, "keep one of the two");
    }
  }
}

// A null that is written is a key of its own.
function keyOf(item: object, key: string, defaults: Readonly<Record<string, unknown>>): unknown {
  return (item as Record<string, unknown>)[key] === null ? null : defaults[key];
}

function reportSameItems(data: readonly unknown[], walk: Walk): void {
  const seen = new Map<unknown, number>();
  for (const [index, item] of data.entries()) {
    if (item === null || typeof item === "object") continue;
    const first = seen.get(item);
    if (first === undefined) seen.set(item, index);
    else walk.reportAt(index, "duplicate-key", `${listed([item])} is also item ${first} of the list`, "remove one");
  }
}
