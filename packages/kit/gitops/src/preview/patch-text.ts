import type { PreviewPatch } from "./preview-template.ts";

/**
 * A patch as an ApplicationSet, a ResourceSet and a kustomization have it, with marks: a JSON list, one operation a line.
 *
 * Written as Go writes JSON: kustomize compares what a `test` has by its bytes, and Go writes some characters as escapes
 * (https://pkg.go.dev/encoding/json#HTMLEscape).
 */
export function patchText({ operations }: PreviewPatch): string {
  const lines = operations.map(({ op, path, value }) =>
    JSON.stringify(value === undefined ? { op, path } : { op, path, value }).replaceAll(
      /[<>&\u2028\u2029]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );
  return `[\n${lines.join(",\n")}\n]\n`;
}
