import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeOneOf } from "../rules/judge-one-of.ts";
import type { JsonSchema } from "./json-schema.ts";

const listType = "x-kubernetes-list-type";
const mapType = "x-kubernetes-map-type";
const listKeys = "x-kubernetes-list-map-keys";

/** Reports how a list or map is merged, where that does not go with what it is. */
export function judgeListWords(report: ReportFinding, path: Path, schema: JsonSchema): void {
  for (const [word, type, words] of [
    [listType, "array", ["atomic", "map", "set"]],
    [mapType, "object", ["atomic", "granular"]],
  ] as const) {
    if (!schema.has(word)) continue;
    if (schema.text("type") !== type) {
      const message = `${word} is there, and the type is ${schema.text("type") ?? "missing"}`;
      report({ path: [...path, word], message, fix: `remove it, or write the type ${type}` });
    }
    judgeOneOf(report, { path: [...path, word], what: word, word: schema.text(word) ?? "", words });
  }
  const keys = schema.texts(listKeys);
  const type = schema.text(listType);
  if (keys.length > 0 && type !== "map") {
    const message = `${listKeys} is there, and ${listType} is ${type ?? "missing"}`;
    report({ path: [...path, listType], message, fix: "write map" });
  }
  if (type === "map") judgeKeyed(report, path, schema, keys);
  if (type === "map" || type === "set") judgeItems(report, path, schema, type);
}

function judgeKeyed(report: ReportFinding, path: Path, schema: JsonSchema, keys: readonly string[]): void {
  const place = [...path, listKeys];
  if (keys.length === 0) report({ path: place, message: "the list has no keys", fix: "write them" });
  const items = schema.schema("items");
  if (items === undefined) return;
  if (items.text("type") !== "object") {
    const message = "the items of a list with keys are not objects";
    report({ path: [...path, "items", "type"], message, fix: "write object" });
    return;
  }
  const required = items.texts("required");
  keys.forEach((key, index) => {
    const field = items.properties.get(key);
    const problem =
      keys.indexOf(key) !== index
        ? "is there before"
        : field === undefined
          ? "is not a property of the items"
          : field.text("type") === "array" || field.text("type") === "object"
            ? "is not a single value"
            : field.is("nullable")
              ? "may be null"
              : !required.includes(key) && !field.has("default")
                ? "may be left out, and has no default"
                : undefined;
    if (problem === undefined) return;
    report({ path: [...place, index], message: `the key ${JSON.stringify(key)} ${problem}`, fix: "correct the keys" });
  });
}

function judgeItems(report: ReportFinding, path: Path, schema: JsonSchema, type: "map" | "set"): void {
  const items = schema.schema("items");
  if (items === undefined) return;
  if (items.is("nullable")) {
    const message = `the items of a list of type ${type} may be null`;
    report({ path: [...path, "items", "nullable"], message, fix: "remove nullable" });
  }
  if (type !== "set") return;
  const inner = items.text("type");
  const word = inner === "object" ? mapType : listType;
  const isAtomic = items.text(word) === "atomic" || (inner === "array" && !items.has(word));
  if ((inner !== "object" && inner !== "array") || isAtomic) return;
  const message = `the items of a set are ${inner}s that are not atomic`;
  report({ path: [...path, "items", word], message, fix: "write atomic" });
}
