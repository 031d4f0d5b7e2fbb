import { nearest, shown } from "@kit/errors";
import { checkLimits } from "./check-limits.ts";
import { checkList } from "./check-list.ts";
import { checkMap, checkObject } from "./check-object.ts";
import { describe, listed } from "./describe.ts";
import { formatProblemOf, isQuantity } from "./formats.ts";
import type { TypeName, TypeSchema } from "./schema.ts";
import type { Walk } from "./walk.ts";

/** Checks a value. Returns what is right of it, or undefined where that is nothing. */
export function checkValue(type: TypeSchema, value: unknown, walk: Walk): unknown {
  if (type.type === "any") return value ?? undefined;
  if (value === null) {
    if (type.nullable !== true) wrongType(type.type, value, walk);
    return undefined;
  }
  switch (type.type) {
    case "object":
      return isObject(value) ? checkObject(type, value, walk) : wrongType(type.type, value, walk);
    case "map":
      return isObject(value) ? checkMap(type, value, walk) : wrongType(type.type, value, walk);
    case "list":
      return Array.isArray(value) ? checkList(type, value, walk) : wrongType(type.type, value, walk);
    default:
      return checkScalar(type, value, walk);
  }
}

function checkScalar(type: TypeSchema, value: unknown, walk: Walk): unknown {
  if (!hasType(type.type, value)) return wrongType(type.type, value, walk);
  if (type.format !== undefined && typeof value === "string") {
    const problem = isEmptyByte(type, value) ? emptyByte : formatProblemOf(type.format, value);
    if (problem !== undefined) {
      walk.report("value", `${listed([value])} ${problem.is}`, problem.fix);
      return undefined;
    }
  }
  if (type.type === "quantity" && typeof value === "string" && !isQuantity(value)) {
    walk.report(
      "value",
      `${listed([value])} is not a quantity`,
      "write a number with a unit, such as 100m, 1.5 or 512Mi",
    );
    return undefined;
  }
  if (type.enum !== undefined && !type.enum.includes(value)) {
    reportNoSuchValue(type.enum, value, walk);
    return undefined;
  }
  if (type.limits !== undefined && !checkLimits(type.limits, value, walk)) return undefined;
  return type.type === "integer" ? asStored(type, value as number) : value;
}

const emptyByte = { is: "is not base64", fix: "encode the value as base64, or leave the field out" };

// A custom resource's validator wants at least one character; the API's own kinds take none for no data.
function isEmptyByte({ format, nullable }: TypeSchema, value: string): boolean {
  return format === "byte" && nullable !== true && value === "";
}

function hasType(type: TypeName, value: unknown): boolean {
  switch (type) {
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    case "quantity":
      return typeof value === "string" || Number.isFinite(value);
    case "int-or-string":
      return typeof value === "string" || Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

/** A number as the server keeps it: of its own kinds it cuts off what is too great for the type, and says nothing. */
function asStored({ format, limits }: TypeSchema, value: number): number {
  if (format !== "int32" || limits !== undefined || value === (value | 0)) return value;
  return Math.abs(value) < 2 ** 63 ? Number(BigInt.asIntN(32, BigInt(value))) : 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && !Array.isArray(value);
}

const names: Readonly<Record<TypeName, string>> = {
  any: "anything",
  boolean: "true or false",
  "int-or-string": "a whole number or a string",
  integer: "a whole number",
  list: "a list",
  map: "an object",
  number: "a number",
  object: "an object",
  quantity: "a quantity",
  string: "a string",
};

function wrongType(type: TypeName, value: unknown, walk: Walk): undefined {
  walk.report("type", `expected ${names[type]}, not ${describe(value)}`, fixOf(type, value));
}

function fixOf(type: TypeName, value: unknown): string {
  if (value === null) return "write it, or leave the field out";
  if (type === "string" && typeof value !== "object") return `write it in quotes: "${shown(value)}"`;
  if (type === "list") return "write a list: each item on a line of its own, after a -";
  const unquoted = typeof value === "string" && value.trim() !== "" && hasType(type, parsed(value));
  return unquoted ? `write it without quotes: ${value}` : `write ${names[type]}`;
}

function parsed(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  return Number(text);
}

function reportNoSuchValue(values: readonly unknown[], value: unknown, walk: Walk): void {
  const written = values.filter((one) => one !== "");
  const meant = typeof value === "string" ? nearest(value, written.map(String)) : undefined;
  const fix = meant === undefined ? `write ${listed(written)}` : `did you mean ${meant}?`;
  walk.report("enum", `${listed([value])} is not one of the values ${listed(written)}`, fix);
}
