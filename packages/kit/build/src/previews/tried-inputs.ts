import { UserError } from "@kit/errors";
import { setImage } from "@kit/images";
import type { PreviewRequest } from "@kit/model";
import type { Overlay } from "@kit/render";
import type { PreviewEnvironment } from "./preview-environment.ts";
import type { Texts } from "./tried-files.ts";

/**
 * What kustomize would read for a preview of another request: other components, and its tags in the overlay's `images:`.
 *
 * @param inputs What it reads for the sample, by path from the repository's root.
 * @throws UserError where the overlay has no entry for an image that is a pull request's own.
 */
export function inputsFor(
  request: PreviewRequest,
  { preview, id }: PreviewEnvironment,
  overlay: Overlay,
  inputs: Texts,
  files: Texts,
): Texts {
  const component = `environments/${id}/`;
  const kept = [...inputs].filter(([path]) => !path.startsWith(`generated/${component}`));
  const own = [...files].filter(([path]) => path.startsWith(component));
  const tried = new Map([
    ...kept.map(([path, text]): [string, string] => [path, files.get(path.replace("generated/", "")) ?? text]),
    ...own.map(([path, text]): [string, string] => [`generated/${path}`, text]),
  ]);
  let text = inputs.get(overlay.file) ?? "";
  for (const [name, tagFor] of Object.entries(preview.images)) {
    const index = overlay.images.findLastIndex((entry) => entry.name === name);
    if (index < 0) throw noEntry(id, name, overlay);
    text = setImage(text, overlay.file, index, { tag: tagFor(request), digest: undefined });
  }
  return tried.set(overlay.file, text);
}

function noEntry(id: string, name: string, { file, images }: Overlay): UserError {
  const names = images.map((entry) => entry.name);
  return new UserError({
    code: "preview-value",
    what: `the preview "${id}" gives ${name} a tag, and its overlay has no entry for it in images:`,
    where: file,
    next: `write \`- name: ${name}\` and below it the newTag that other requests run${names.length === 0 ? "" : `; its entries are: ${names.join(", ")}`}`,
  });
}
