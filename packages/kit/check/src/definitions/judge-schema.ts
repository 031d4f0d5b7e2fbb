import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { goPatternProblem } from "../syntax/go-pattern.ts";
import { judgeDefault } from "./judge-default.ts";
import { judgeListWords } from "./judge-list-words.ts";
import { judgeNested } from "./judge-nested.ts";
import { judgeRules } from "./judge-rules.ts";
import { judgeUnsupported } from "./judge-unsupported.ts";
import { judgeWords } from "./judge-words.ts";
import { JsonSchema } from "./json-schema.ts";
import type { PlaceOfSchema } from "./schema-place.ts";

/** Reports a definition's schema that the API server does not take: it has to be structural. k8s.io/apiextensions-apiserver. */
export function judgeSchema(report: ReportFinding, path: Path, schema: JsonSchema, hasStatus: boolean): void {
  if (hasStatus) judgeRoot(report, path, schema);
  if (schema.is("nullable")) {
    report({ path: [...path, "nullable"], message: "nullable is true at the root", fix: "remove nullable" });
  }
  judgeAny(report, path, schema, { level: "root", hasOldValue: true });
}

const types = ["array", "boolean", "integer", "number", "object", "string"];

function judgeAny(report: ReportFinding, path: Path, schema: JsonSchema, place: PlaceOfSchema): void {
  judgeType(report, path, schema, place);
  judgeUnsupported(report, path, schema);
  const forbidden = {
    "x-kubernetes-preserve-unknown-fields":
      schema.said["x-kubernetes-preserve-unknown-fields"] === false && "it is false, and may be true or not there",
    default: schema.has("default") && place.noDefault !== undefined && `there is a default ${place.noDefault}`,
  };
  for (const [word, message] of Object.entries(forbidden)) {
    if (message !== false) report({ path: [...path, word], message, fix: `remove ${word}` });
  }
  const problem = goPatternProblem(schema.text("pattern") ?? "");
  if (problem !== undefined) {
    const message = `the pattern ${JSON.stringify(schema.text("pattern"))} ${problem}`;
    report({ path: [...path, "pattern"], message, fix: "write a regular expression as Go has them" });
  }
  judgeListWords(report, path, schema);
  judgeNested(report, path, schema, place.level === "root");
  judgeMetadata(report, path, schema, place);
  if (schema.has("default") && place.noDefault === undefined) {
    judgeDefault(report, path, schema, place.level === "root" || schema.is("x-kubernetes-embedded-resource"));
  }
  judgeRules(report, path, schema, place);
  judgeParts(report, path, schema, place);
}

function judgeType(report: ReportFinding, path: Path, schema: JsonSchema, { level }: PlaceOfSchema): void {
  const type = schema.text("type");
  const place = [...path, "type"];
  const isFree = schema.is("x-kubernetes-int-or-string") || schema.is("x-kubernetes-preserve-unknown-fields");
  if (schema.is("x-kubernetes-embedded-resource")) {
    if (type !== "object") {
      report({ path: place, message: "the type of an embedded resource is not object", fix: "write object" });
    }
    if (schema.properties.size === 0 && !schema.is("x-kubernetes-preserve-unknown-fields")) {
      const message = "an embedded resource has no properties, and keeps no unknown fields";
      report({ path, message, fix: "set x-kubernetes-preserve-unknown-fields to true" });
    }
  } else if (type === undefined && !isFree) {
    report({ path: place, message: "the type is missing", fix: `write one of ${types.join(", ")}` });
  }
  if (type !== undefined && !types.includes(type)) {
    const message = `the type ${JSON.stringify(type)} is not one of ${types.join(", ")}`;
    report({ path: place, message, fix: type === "null" ? "set nullable to true" : "correct the type" });
  } else if (level === "root" && type !== undefined && type !== "object") {
    report({ path: place, message: `the schema's type is ${type}, and must be object`, fix: "write object" });
  }
  if (!schema.is("x-kubernetes-int-or-string")) return;
  for (const word of ["x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource"]) {
    if (!schema.is(word)) continue;
    const message = "it is true, and x-kubernetes-int-or-string is too";
    report({ path: [...path, word], message, fix: "remove one of them" });
  }
}

const ofObjects = ["apiVersion", "kind"];

function judgeMetadata(report: ReportFinding, path: Path, schema: JsonSchema, { level }: PlaceOfSchema): void {
  if (level !== "root" && !schema.is("x-kubernetes-embedded-resource")) return;
  for (const name of ofObjects) {
    const type = schema.properties.get(name)?.text("type");
    if (!schema.properties.has(name) || type === "string") continue;
    report({ path: [...path, "properties", name, "type"], message: `${name} is not a string`, fix: "write string" });
  }
  const metadata = schema.properties.get("metadata");
  if (metadata === undefined) return;
  const place = [...path, "properties", "metadata"];
  if (metadata.text("type") !== "object") {
    report({ path: [...place, "type"], message: "metadata is not an object", fix: "write object" });
  }
  if (level !== "root") return;
  const others = [...metadata.properties.keys()].filter((name) => name !== "name" && name !== "generateName");
  const words = Object.keys(metadata.said).filter((word) => !["type", "properties", "default"].includes(word));
  if (others.length + words.filter((word) => metadata.has(word)).length === 0) return;
  const what = [...others, ...words].join(" and ");
  const message = `the schema says ${what} of metadata, and may say name and generateName`;
  report({ path: place, message, fix: `remove ${what}` });
}

/** What a schema may say at its root where the status is a subresource: it is read alone then. */
const atRoot = new Set(
  [
    "description type format title maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern",
    "maxItems minItems uniqueItems multipleOf required items properties externalDocs example",
    "x-kubernetes-preserve-unknown-fields x-kubernetes-validations",
  ].flatMap((line) => line.split(" ")),
);

function judgeRoot(report: ReportFinding, path: Path, schema: JsonSchema): void {
  const word = Object.keys(schema.said).find(
    (one) => !atRoot.has(one) && schema.has(one) && schema.said[one] !== false && schema.said[one] !== "",
  );
  if (word === undefined || word === "nullable") return;
  const message = `${word} is at the root, and the status is a subresource`;
  report({ path: [...path, word], message, fix: "say it of spec, in properties" });
}

function judgeParts(report: ReportFinding, path: Path, schema: JsonSchema, place: PlaceOfSchema): void {
  const inMeta = place.level === "root" || schema.is("x-kubernetes-embedded-resource");
  for (const [name, property] of schema.properties) {
    const isMeta = place.level === "root" && (ofObjects.includes(name) || name === "metadata");
    const noDefault = isMeta ? `in ${name}, which every object has` : place.noDefault;
    const hasOldValue = place.hasOldValue && schema.text("x-kubernetes-map-type") !== "atomic";
    judgeAny(report, [...path, "properties", name], property, { level: "field", noDefault, hasOldValue });
  }
  const additional = schema.said["additionalProperties"];
  if (additional !== undefined && additional !== null) {
    const at = [...path, "additionalProperties"];
    const reason =
      place.level === "root"
        ? "at the root"
        : schema.properties.size > 0 && additional !== true
          ? "beside properties"
          : inMeta
            ? "in an embedded resource"
            : undefined;
    if (reason !== undefined) {
      report({ path: at, message: `additionalProperties is ${reason}`, fix: "remove it, or properties" });
    }
    if (typeof additional !== "boolean" && JsonSchema.of(additional) === undefined) {
      report({ path: at, message: "additionalProperties is not a schema", fix: "write a schema, or true" });
    }
    judgeWords(report, at, additional);
    const values = JsonSchema.of(additional);
    if (values !== undefined) judgeAny(report, at, values, { ...place, level: "field" });
  }
  if (Array.isArray(schema.said["items"])) {
    report({ path: [...path, "items"], message: "items is a list of schemas", fix: "write one schema" });
  }
  judgeWords(report, [...path, "items"], schema.said["items"]);
  const items = schema.schema("items");
  if (items !== undefined) {
    const hasOldValue = place.hasOldValue && schema.text("x-kubernetes-list-type") === "map";
    judgeAny(report, [...path, "items"], items, { ...place, level: "item", hasOldValue });
  } else if (schema.text("type") === "array" && !Array.isArray(schema.said["items"])) {
    report({ path: [...path, "items"], message: "the items of the list have no schema", fix: "write items" });
  }
}
