import { nearest, type Problem } from "@kit/errors";
import type { Overlay, OverlayImage } from "./read-overlay.ts";

/**
 * `images:` entries that match no image, which kustomize passes over in silence: the deployment would go on with
 * the old image.
 *
 * An entry that matched leaves its image in the result, so the result tells; nothing of kustomize is done again here.
 */
export function unmatchedImages({ file, images }: Overlay, documents: readonly unknown[]): Problem[] {
  const repositories = [...new Set(documents.flatMap(imagesIn).map(repositoryOf))].toSorted();
  return images.flatMap((image): Problem[] => {
    const expected = image.newName ?? image.name;
    if (expected === undefined || repositories.includes(expected) || isRenamedAgain(expected, images)) return [];
    const meant = nearest(image.name ?? expected, repositories);
    const next = `the images are: ${repositories.join(", ")}${meant === undefined ? "" : `. Did you mean ${meant}?`}`;
    return [
      { code: "image-unmatched", what: `images: ${image.name} matches no image of this overlay`, where: file, next },
    ];
  });
}

function isRenamedAgain(name: string, images: readonly OverlayImage[]): boolean {
  return images.some((image) => image.name === name && image.newName !== undefined);
}

// As kustomize looks for them: in containers and initContainers, at any depth of any kind.
function imagesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const containers = key === "containers" || key === "initContainers";
    const own = containers && Array.isArray(child) ? child.map((container: unknown) => imageOf(container)) : [];
    return [...own.filter((image) => image !== undefined), ...imagesIn(child)];
  });
}

function imageOf(container: unknown): string | undefined {
  const image = (container as { image?: unknown } | null)?.image;
  return typeof image === "string" ? image : undefined;
}

function repositoryOf(image: string): string {
  return image.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
}
