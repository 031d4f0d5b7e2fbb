import { nearest, type Problem } from "@kit/errors";
import type { ImageEntry } from "@kit/kustomize";
import { describeEngine, type Engine } from "./engine.ts";

/** Of an entry that only an image volume would have matched. */
export function onlyVolume(file: string, { name }: ImageEntry, engine: Engine): Problem {
  return {
    code: "image-unmatched",
    what: `images: ${name} matches the image of a volume alone, which ${describeEngine(engine)} does not set`,
    where: file,
    next: "build with kustomize 5.8 or later, or name the field in a file of `configurations:`, or the version in the object",
  };
}

/** Of an entry that is named as an image which kustomize does not take for it. */
export function otherForm(file: string, { name }: ImageEntry, reference: string): Problem {
  return {
    code: "image-unmatched",
    what: `images: ${name} matches no image of this overlay: kustomize does not take ${reference} for it`,
    where: file,
    next: "kustomize knows tags, digests of sha256, and what entries before this one made of an image; write the image or the entry so",
  };
}

/**
 * Of any other entry.
 *
 * @param of Of what it matches no image: `this overlay`.
 * @param index Its position in its list.
 */
export function matchesNothing(
  file: string,
  { name, newName }: ImageEntry,
  {
    index,
    of,
    repositories,
  }: { readonly index: number; readonly of: string; readonly repositories: readonly string[] },
): Problem {
  const code = "image-unmatched";
  const images = `the images are: ${listed(repositories)}`;
  if (name === undefined) {
    const what = `images: entry ${index + 1} has no name, so it matches no image`;
    return { code, what, where: file, next: `name the image that it is for; ${images}` };
  }
  const meant = nearest(name, repositories) ?? nearest(newName ?? name, repositories);
  const next = `${images}${meant === undefined ? "" : `. Did you mean ${meant}?`}`;
  return { code, what: `images: ${name} matches no image of ${of}`, where: file, next };
}

function listed(names: readonly string[]): string {
  const most = 20;
  return names.length <= most ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
