import { nearest } from "@kit/errors";
import { checkLimits } from "./check-limits.ts";
import { listed } from "./describe.ts";
import type { TypeSchema } from "./schema.ts";
import type { Walk } from "./walk.ts";
import { zeroOf } from "./zero-of.ts";

type Data = Record<string, unknown>;

/** Checks an object with named fields. Returns what is right of it: itself, where all is. */
export function checkObject(type: TypeSchema, data: Data, walk: Walk): Data {
  const fields = type.fields!;
  let clean = data;
  for (const name of Object.keys(data)) {
    const value = data[name];
    const field = fields.get(name);
    if (field === undefined && type.open === true) continue;
    if (field === undefined && value !== undefined) reportUnknown(name, fields.names, walk);
    const right = field === undefined || value === undefined ? undefined : walk.check(name, field, value);
    if (right !== value || right === undefined) clean = changed(clean, data, name, right);
  }
  const { required = [], filled = [] } = type;
  for (const name of required) if (isMissing(data[name], fields.get(name))) reportMissing(name, walk);
  for (const name of filled) {
    const isSaid = required.includes(name);
    if (!isSaid && isMissing(data[name], fields.get(name))) walk.check(name, fields.get(name)!, {});
  }
  if (type.limits !== undefined) checkLimits(type.limits, data, walk);
  return clean;
}

/** Checks an object whose keys are free. Returns what is right of it: itself, where all is. */
export function checkMap(type: TypeSchema, data: Data, walk: Walk): Data {
  let clean = data;
  for (const key of Object.keys(data)) {
    const value = data[key];
    const right = value === undefined ? undefined : checkEntry(key, type.values!, value, walk);
    if (right !== value || right === undefined) clean = changed(clean, data, key, right);
  }
  if (type.limits !== undefined) checkLimits(type.limits, data, walk);
  return clean;
}

function checkEntry(key: string, values: TypeSchema, value: unknown, walk: Walk): unknown {
  return value === null && values.nullable === true ? zeroOf(values) : walk.check(key, values, value);
}

/** The data with another value, or without it: a copy the first time. */
function changed(clean: Data, data: Data, name: string, value: unknown): Data {
  const copy = clean === data ? { ...data } : clean;
  if (value === undefined) delete copy[name];
  else copy[name] = value;
  return copy;
}

function isMissing(value: unknown, type: TypeSchema | undefined): boolean {
  return value === undefined || (value === null && type?.nullable === true);
}

function reportUnknown(name: string, known: readonly string[], walk: Walk): void {
  const meant = nearest(name, known);
  const fix =
    meant !== undefined
      ? `did you mean ${meant}?`
      : known.length === 0
        ? "remove it: no field is known here"
        : `remove it; the fields here are ${known.toSorted().join(", ")}`;
  walk.reportAt(name, "unknown-field", `there is no field ${listed([name])}`, fix);
}

function reportMissing(name: string, walk: Walk): void {
  walk.reportAt(name, "required", `${name} is missing`, "write it: it is required");
}
