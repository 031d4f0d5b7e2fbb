import { toJson } from "@kit/yaml";
import type { ObjectChange } from "../compare-objects.ts";
import type { FieldChange } from "../diff/change.ts";

/** The changes at a path and below it, and of all that is above it; without those that are read as the same. */
export function changesAt({ fields }: ObjectChange, path: string): readonly FieldChange[] {
  return fields.filter(
    (field) => field.equal === undefined && (isBelow(field.path, path) || isBelow(path, field.path)),
  );
}

/** Whether a path is the given one, or below it. */
export function isBelow(path: string, above: string): boolean {
  return path.startsWith(above) && (path.length === above.length || /^[.[]/.test(path.slice(above.length)));
}

/** A value as a clause has it: short. */
export function valueText(value: unknown): string {
  const text = typeof value === "string" ? value : value === undefined ? "" : toJson(value);
  if (text === "") return "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
