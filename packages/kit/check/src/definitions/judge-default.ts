import { isMap, mapOf, textOf } from "@kit/kube";
import type { Json } from "@kit/kube";
import { matches, type Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { JsonSchema } from "./json-schema.ts";

/**
 * Reports a default that the schema itself would not take. Nothing is filled in before.
 *
 * @param isResource Whether it is an object with a kind.
 */
export function judgeDefault(report: ReportFinding, path: Path, schema: JsonSchema, isResource: boolean): void {
  const value = schema.said["default"];
  const problem = valueProblem(value, schema) ?? (isResource ? kindProblem(value) : undefined);
  if (problem === undefined) return;
  report({
    path: [...path, "default"],
    message: `the default ${problem}`,
    fix: "write a default that the schema takes",
  });
}

function kindProblem(value: unknown): string | undefined {
  const lacking = ["apiVersion", "kind"].find((name) => textOf(mapOf(value)[name]) === undefined);
  return lacking === undefined ? undefined : `has no ${lacking}`;
}

function valueProblem(value: unknown, schema: JsonSchema): string | undefined {
  const type = schema.text("type");
  if (value === null) return schema.is("nullable") || type === undefined ? undefined : "is null";
  if (type !== undefined && !schema.is("x-kubernetes-int-or-string") && !isOfType(value, type))
    return `is not of the type ${type}`;
  const nested = nestedProblem(value, schema);
  if (nested !== undefined) return nested;
  const words = schema.list("enum");
  const known = words.map((one) => JSON.stringify(one));
  if (words.length > 0 && !known.includes(JSON.stringify(value))) return `is not one of ${known.join(", ")}`;
  const step = schema.number("multipleOf") ?? 0;
  if (typeof value === "number" && step > 0 && value % step !== 0)
    return `is ${value}, which is not a multiple of ${step}`;
  const half = ["multipleOf", "minimum", "maximum"].find((word) => !Number.isInteger(schema.number(word) ?? 0));
  if (type === "integer" && half !== undefined) return `is a whole number, and ${half} is not`;
  if (typeof value === "number") return boundsProblem(value, schema, "minimum", "maximum", `is ${value}, which is`);
  if (typeof value === "string") return textProblem(value, schema);
  if (Array.isArray(value)) return listProblem(value as unknown[], schema);
  return isMap(value as Json) ? mapProblem(value as Readonly<Record<string, unknown>>, schema) : undefined;
}

/** What `allOf`, `anyOf` and the others say of it. Where not all that they say is read, one more problem may be there. */
function nestedProblem(value: unknown, schema: JsonSchema): string | undefined {
  const [all, any, one] = ["allOf", "anyOf", "oneOf"].map((word) =>
    schema.schemas(word).map((inner) => ({ inner, problem: valueProblem(value, inner) })),
  );
  const inAll = all!.find(({ problem }) => problem !== undefined);
  if (inAll !== undefined) return inAll.problem;
  for (const [word, list] of [
    ["anyOf", any!],
    ["oneOf", one!],
  ] as const) {
    if (list.length > 0 && list.every(({ problem }) => problem !== undefined)) return `fits nothing of ${word}`;
  }
  const isTwice = one!.filter(({ inner, problem }) => problem === undefined && isRead(inner)).length > 1;
  if (isTwice) return "fits several of oneOf";
  const not = schema.schema("not");
  return not !== undefined && isRead(not) && valueProblem(value, not) === undefined
    ? "fits what it must not"
    : undefined;
}

const read = new Set(
  "enum minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems minProperties maxProperties required properties items".split(
    " ",
  ),
);

function isRead(schema: JsonSchema): boolean {
  return (
    Object.keys(schema.said).every((word) => read.has(word)) &&
    [...schema.properties.values(), ...(schema.schema("items") === undefined ? [] : [schema.schema("items")!])].every(
      isRead,
    )
  );
}

function isOfType(value: unknown, type: string): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isMap(value as Json);
  if (type === "integer") return typeof value === "number" && Number.isInteger(value);
  return !["string", "number", "boolean"].includes(type) || typeof value === type;
}

function boundsProblem(value: number, schema: JsonSchema, least: string, most: string, is: string): string | undefined {
  const [from, to] = [schema.number(least), schema.number(most)];
  if (from !== undefined && (value < from || (value === from && schema.is("exclusiveMinimum"))))
    return `${is} below ${least}, ${from}`;
  if (to !== undefined && (value > to || (value === to && schema.is("exclusiveMaximum"))))
    return `${is} above ${most}, ${to}`;
  return undefined;
}

function textProblem(value: string, schema: JsonSchema): string | undefined {
  const length = Array.from(value).length;
  const problem = sizeProblem(length, schema, "minLength", "maxLength", "characters");
  if (problem !== undefined) return problem;
  const pattern = readable(schema.text("pattern"));
  return pattern === undefined || matches(pattern.source, value) ? undefined : `does not match ${pattern.source}`;
}

function sizeProblem(count: number, schema: JsonSchema, least: string, most: string, what: string): string | undefined {
  const [from = 0, to = Infinity] = [schema.number(least), schema.number(most)];
  if (count >= from && count <= to) return undefined;
  return `has ${count} ${what}, and ${count < from ? least : most} is ${count < from ? from : to}`;
}

function listProblem(value: readonly unknown[], schema: JsonSchema): string | undefined {
  const items = schema.schema("items");
  const inItems = items === undefined ? undefined : first(value.map((one) => valueProblem(one, items)));
  return sizeProblem(value.length, schema, "minItems", "maxItems", "items") ?? inside("an item", inItems);
}

function mapProblem(value: Readonly<Record<string, unknown>>, schema: JsonSchema): string | undefined {
  const names = Object.keys(value);
  const missing = schema.texts("required").find((name) => !names.includes(name));
  if (missing !== undefined) return `has no ${missing}`;
  const isOpen = schema.is("x-kubernetes-preserve-unknown-fields") || schema.is("x-kubernetes-embedded-resource");
  const additional = schema.said["additionalProperties"];
  const values = JsonSchema.of(additional);
  const unknown = names.find((name) => !schema.properties.has(name));
  if (unknown !== undefined && !isOpen && (additional === undefined || additional === false)) {
    return `has the field ${JSON.stringify(unknown)}, which the schema does not know`;
  }
  const problems = names.map((name) => {
    const field = schema.properties.get(name) ?? values;
    return inside(
      `the field ${JSON.stringify(name)}`,
      field === undefined ? undefined : valueProblem(value[name], field),
    );
  });
  return sizeProblem(names.length, schema, "minProperties", "maxProperties", "fields") ?? first(problems);
}

function inside(what: string, problem: string | undefined): string | undefined {
  return problem === undefined ? undefined : `has ${what} that ${problem}`;
}

function first(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((one) => one !== undefined);
}

/** Undefined where only Go can read it. */
function readable(pattern: string | undefined): RegExp | undefined {
  try {
    return pattern === undefined ? undefined : new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}
