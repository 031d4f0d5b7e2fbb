import { UserError } from "@kit/errors";
import type { ImageEntry } from "@kit/model";
import { findKustomization, listIn, parseKustomization, pathsIn } from "./parse-kustomization.ts";

/** What the kit reads of an overlay's kustomization. */
export interface Overlay {
  readonly id: string;
  /** Its kustomization, from the repository's root. */
  readonly file: string;
  readonly resources: readonly string[];
  readonly components: readonly string[];
  readonly images: readonly ImageEntry[];
}

/**
 * Reads the kustomization of an environment's overlay.
 *
 * @throws UserError where there is none, or where it is not YAML, with line and column.
 */
export function readOverlay(root: string, id: string): Overlay {
  const file = findKustomization(root, `overlays/${id}`);
  if (file === undefined) throw noOverlay(id);
  const content = parseKustomization(root, file);
  return {
    id,
    file,
    resources: pathsIn(content, "resources"),
    components: pathsIn(content, "components"),
    images: listIn(content, "images").filter((entry) => typeof entry === "object" && entry !== null),
  };
}

function noOverlay(id: string): UserError {
  return new UserError({
    code: "overlay-missing",
    what: `the environment "${id}" has no overlay`,
    where: `overlays/${id}`,
    next: `write overlays/${id}/kustomization.yaml, which lists the bases and the component generated/environments/${id}`,
  });
}
