import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";

/** Where a field at the top of a kustomization stands: `overlays/prod/kustomization.yaml:3`. */
export function fieldLine(root: string, file: string, field: string): string {
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(readFileSync(join(root, file), "utf8"), { lineCounter, version: "1.1" });
  const keys = isMap(contents) ? contents.items.map(({ key }) => key) : [];
  const key = keys.find((one) => isScalar(one) && one.value === field);
  // It may come from a merge key.
  if (!isScalar(key)) return file;
  return `${file}:${lineCounter.linePos(key.range[0]).line}`;
}
