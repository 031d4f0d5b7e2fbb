import { overlayCheck } from "../../define-check.ts";
import { imageEntries, kustomizationsOf } from "../../kustomization.ts";

export const tagUnquoted = overlayCheck({
  id: "tag-unquoted",
  group: "kustomize",
  severity: "error",
  title: "a tag without quotes is read as something else than text",
  run: ({ overlay }, report) => {
    for (const [file, content] of kustomizationsOf(overlay)) {
      for (const { written, path } of imageEntries(content)) {
        for (const field of ["newTag", "digest"] as const) {
          const value = written[field];
          if (value === undefined || value === null || typeof value === "string") continue;
          report(file, {
            message: `${field} is read as ${readAs(value)}`,
            fix: `write the ${field === "newTag" ? "tag" : "digest"} in quotes`,
            path: [...path, field],
          });
        }
      }
    }
  },
});

function readAs(value: unknown): string {
  if (value instanceof Date) return `the day ${value.toISOString().slice(0, 10)}`;
  if (typeof value === "number" || typeof value === "boolean") return `the ${typeof value} ${value}`;
  return Array.isArray(value) ? "a list" : "a map";
}
