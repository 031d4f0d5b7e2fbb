import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { goPatternProblem } from "../syntax/go-pattern.ts";
import { judgeUnsupported } from "./judge-unsupported.ts";
import { JsonSchema } from "./json-schema.ts";

/** What only the schema itself may say. */
const notNested = [
  "type",
  "additionalProperties",
  "default",
  "title",
  "description",
  "nullable",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-embedded-resource",
  "x-kubernetes-int-or-string",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-list-type",
  "x-kubernetes-map-type",
  "x-kubernetes-validations",
];

/** Reports what stands in `allOf`, `anyOf`, `oneOf` and `not`, which may say nothing of what fields there are. */
export function judgeNested(report: ReportFinding, path: Path, schema: JsonSchema, isRoot: boolean): void {
  const isPair = isIntOrString(schema.list("anyOf"));
  const [first] = schema.schemas("allOf");
  const isPairInside = first !== undefined && isIntOrString(first.list("anyOf"));
  for (const { path: at, schema: inner, word, index } of partsOf(path, schema)) {
    if (word === "anyOf" && isPair) continue;
    judgeInner(report, at, inner, word === "allOf" && index === 0 && isPairInside);
    // The server looks no deeper than here.
    if (isRoot) judgeComplete(report, at, inner, schema);
  }
}

interface NestedPart {
  readonly path: Path;
  readonly schema: JsonSchema;
  readonly word: string;
  readonly index: number;
}

function partsOf(path: Path, schema: JsonSchema): NestedPart[] {
  const listed = ["allOf", "anyOf", "oneOf"].flatMap((word) =>
    schema.schemas(word).map((inner, index) => ({ path: [...path, word, index], schema: inner, word, index })),
  );
  const not = schema.schema("not");
  return not === undefined ? listed : [...listed, { path: [...path, "not"], schema: not, word: "not", index: 0 }];
}

function judgeInner(report: ReportFinding, path: Path, schema: JsonSchema, skipsPair = false): void {
  for (const word of notNested) {
    if (!schema.has(word) || schema.said[word] === false || schema.said[word] === "") continue;
    const message = `${word} is inside of what only restricts values`;
    report({ path: [...path, word], message, fix: "say it outside of there" });
  }
  judgeUnsupported(report, path, schema);
  if (schema.properties.has("metadata")) {
    const message = "metadata is inside of what only restricts values";
    report({ path: [...path, "properties", "metadata"], message, fix: "remove it" });
  }
  const problem = goPatternProblem(schema.text("pattern") ?? "");
  if (problem !== undefined) {
    report({ path: [...path, "pattern"], message: `the pattern ${problem}`, fix: "correct the pattern" });
  }
  for (const part of partsOf(path, schema)) {
    if (!skipsPair || part.word !== "anyOf") judgeInner(report, part.path, part.schema);
  }
  const items = schema.schema("items");
  if (items !== undefined) judgeInner(report, [...path, "items"], items);
  for (const [name, field] of schema.properties) judgeInner(report, [...path, "properties", name], field);
}

/** Each field that is restricted has to be defined outside. */
function judgeComplete(report: ReportFinding, path: Path, inner: JsonSchema, outer: JsonSchema | undefined): void {
  if (outer === undefined) {
    report({ path, message: "the schema outside does not define this", fix: "define it there too" });
    return;
  }
  for (const part of partsOf(path, inner)) judgeComplete(report, part.path, part.schema, outer);
  const items = inner.schema("items");
  if (items !== undefined) judgeComplete(report, [...path, "items"], items, outer.schema("items"));
  for (const [name, field] of inner.properties) {
    judgeComplete(report, [...path, "properties", name], field, outer.properties.get(name));
  }
}

/** What says as much as if it were not there. */
const nothing = new Set<unknown>([false, "", null, undefined]);

function isIntOrString(list: readonly unknown[]): boolean {
  const types = list.map((one) => {
    const said = JsonSchema.of(one)?.said ?? {};
    const words = Object.keys(said).filter((word) => !nothing.has(said[word]));
    return words.length === 1 ? said["type"] : undefined;
  });
  return types.length === 2 && types[0] === "integer" && types[1] === "string";
}
