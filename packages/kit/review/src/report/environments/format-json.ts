import { forJson } from "@kit/text";
import type { ComparedObject, EnvironmentComparison } from "../../environments/compare-environments.ts";
import { digits, fieldJson, identityJson } from "../json-parts.ts";

/** What two environments deploy differently as JSON; docs/review.md describes it. Ends with a line break. */
export function formatComparisonJson({ base, head, namespaces, objects }: EnvironmentComparison): string {
  const expected = objects.filter(({ isExpected }) => isExpected).length;
  const report = {
    base,
    head,
    namespaces: { base: namespaces[0] ?? null, head: namespaces[1] ?? null },
    unexpected: objects.length - expected,
    expected,
    objects: objects.map(objectOf),
  };
  return `${forJson(report, digits)}\n`;
}

function objectOf({ op, id, previous, where, isExpected, says, fields, before, after }: ComparedObject) {
  return {
    change: op,
    expected: isExpected,
    ...identityJson(id),
    previous: previous === undefined ? null : identityJson(previous),
    file: where,
    says,
    fields: fields.map((field) => ({ ...fieldJson(field), expected: field.isExpected, says: field.says })),
    // Of others the fields say it all.
    object: op === "added" ? (after ?? null) : op === "removed" ? (before ?? null) : null,
  };
}
