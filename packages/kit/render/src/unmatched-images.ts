import { nearest, type Problem } from "@kit/errors";
import { unmatchedEntries } from "@kit/model";
import type { Overlay } from "./read-overlay.ts";

/**
 * `images:` entries that match no image, which kustomize passes over in silence: the deployment would go on with
 * the old image.
 */
export function unmatchedImages({ file, images }: Overlay, documents: readonly unknown[]): Problem[] {
  const { unmatched, repositories } = unmatchedEntries(images, documents);
  return unmatched.map(({ name, newName }): Problem => {
    const meant = nearest(name ?? newName ?? "", repositories);
    const next = `the images are: ${repositories.join(", ")}${meant === undefined ? "" : `. Did you mean ${meant}?`}`;
    return { code: "image-unmatched", what: `images: ${name} matches no image of this overlay`, where: file, next };
  });
}
