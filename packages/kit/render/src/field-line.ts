import { join } from "node:path";
import { readBytes } from "@kit/tree";
import { readKustomization } from "@kit/yaml";

/** Where a field at the top of a kustomization stands: `overlays/prod/kustomization.yaml:3`. */
export function fieldLine(root: string, file: string, field: string): string {
  const place = readKustomization(readBytes(join(root, file), file))?.placeOf([field], "none");
  // It may come from a merge key.
  return place === undefined ? file : `${file}:${place.line}`;
}
