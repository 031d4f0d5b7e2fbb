import { posix } from "node:path";
import { nearest, type Problem } from "@kit/errors";
import { isKustomization } from "@kit/kustomize";
import { kustomizationsOf, overlayTexts, type Overlay } from "@kit/render";

/**
 * Kustomizations below `overlays/` that no environment is built from: what somebody changes there is deployed nowhere. It is
 * the folder of an environment that is no more, or one that an overlay should list.
 *
 * @param overlays Those of all environments.
 * @param files All below `overlays/`, from the repository's root.
 */
export function checkUnlisted(root: string, overlays: readonly Overlay[], files: Iterable<string>): Problem[] {
  const all = [...files].filter(isKustomization);
  const own = new Set(overlays.flatMap(({ file }) => kustomizationsOf(root, file).map((one) => one.file)));
  if (all.every((file) => own.has(file))) return [];
  // Folders of transformers and generators take longer to find.
  const used = new Set(overlays.flatMap(({ id }) => [...overlayTexts(root, id).texts.keys()]));
  const unlisted = all.filter((file) => !used.has(file));
  const ids = overlays.map(({ id }) => id);
  return unlisted.map((file) => {
    const folder = posix.dirname(file);
    const name = folder.slice("overlays/".length);
    const meant = nearest(name, ids);
    return {
      code: "overlay-unlisted",
      what: `${folder} is of no environment, and no overlay lists it`,
      where: file,
      next:
        `list it in \`resources\` or \`components\` of an overlay, or delete it` +
        (meant === undefined ? "" : `. Did you mean ${meant}?`),
    };
  });
}
