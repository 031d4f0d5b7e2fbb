import { UserError } from "@kit/errors";
import { imageEntry, type ImageEntry } from "@kit/kustomize";
import { findKustomization, listIn, parseKustomization, pathsIn } from "./parse-kustomization.ts";

/** What the kit reads of an overlay's kustomization. */
export interface Overlay {
  readonly id: string;
  /** Its kustomization, from the repository's root. */
  readonly file: string;
  /** Those of the deprecated `bases` too, which kustomize puts behind them. */
  readonly resources: readonly string[];
  readonly components: readonly string[];
  /** Those of the deprecated `imageTags` too, which kustomize puts behind them. */
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
    resources: [...pathsIn(content, "resources"), ...pathsIn(content, "bases")],
    components: pathsIn(content, "components"),
    images: [...listIn(content, "images"), ...listIn(content, "imageTags")].map(imageEntry),
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
