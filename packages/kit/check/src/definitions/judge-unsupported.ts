import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import type { JsonSchema } from "./json-schema.ts";

const unsupported = ["$ref", "$schema", "additionalItems", "definitions", "dependencies", "id", "patternProperties"];

/** Reports words of JSON Schema that the server has no place for, wherever they stand. */
export function judgeUnsupported(report: ReportFinding, path: Path, schema: JsonSchema): void {
  for (const word of unsupported) {
    const isEmpty = (word === "$schema" || word === "id") && schema.said[word] === "";
    if (!schema.has(word) || isEmpty) continue;
    report({ path: [...path, word], message: `${word} is not supported`, fix: `remove ${word}` });
  }
  if (!schema.is("uniqueItems")) return;
  const message = "uniqueItems is true, which takes the server too long";
  report({ path: [...path, "uniqueItems"], message, fix: "remove it, or write a list of type set" });
}
