import type { Problem } from "@kit/errors";
import { readAsKustomize } from "@kit/yaml";

/**
 * Files of overlays whose aliases make so many values that kustomize, which has no limit, would take all memory.
 *
 * @param texts By path from the repository's root.
 */
export function checkAliases(texts: readonly (readonly [path: string, text: string])[]): Problem[] {
  return texts.flatMap(([path, text]) => {
    // Hardly a file has one; the others need no reading.
    if (!/[&][^\s,[\]{}]/.test(text) || !/[*][^\s,[\]{}]/.test(text)) return [];
    return readAsKustomize(text).flatMap(({ line, refusal }): Problem[] => {
      if (refusal === undefined || !/aliases make|excessive aliasing/.test(refusal.said)) return [];
      const where = `${path}:${refusal.place?.line ?? line}`;
      const next = "write out what is meant, or take the aliases of aliases away";
      return [{ code: "overlay-yaml", what: `not YAML that kustomize can build: ${refusal.said}`, where, next }];
    });
  });
}
