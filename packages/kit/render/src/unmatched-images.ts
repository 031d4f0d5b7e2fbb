import { nearest, shown, type Problem } from "@kit/errors";
import {
  exactName,
  imageFields,
  imageFlow,
  imageMatcher,
  imagesIn,
  isImageVolume,
  splitImage,
  type EntryPlace,
  type ImageEntry,
  type ImageFlow,
} from "@kit/kustomize";
import { toJson } from "@kit/yaml";
import { buildIn, writeInputs } from "./build-in.ts";
import { describeEngine, type Engine } from "./engine.ts";
import { overlayInputs } from "./overlay-inputs.ts";
import { parseKustomization } from "./parse-kustomization.ts";
import type { Overlay } from "./read-overlay.ts";

/** Names of `images:` entries that kustomize crashes on. */
export function wrongImageNames({ file, images }: Overlay): Problem[] {
  const wrong = images.flatMap(({ name = "" }) => (imageMatcher(name) === undefined ? [name] : []));
  return wrong.map((name) => ({
    code: "image-entry",
    what: `images: the name ${shown(name)} is not a regular expression, and kustomize takes each for one`,
    where: file,
    next: `write ${exactName(name)}`,
  }));
}

/**
 * `images:` entries that match no image, which kustomize passes over in silence: the deployment would go on with
 * the old image.
 *
 * What is rendered tells it of nearly every entry. Of the others the overlay's files do, and where they do not, the real
 * kustomize: the entry gives its images a name that nothing else has.
 */
export async function unmatchedImages(
  overlay: Overlay,
  documents: readonly unknown[],
  options: { readonly directory: string; readonly engine: Engine; readonly env: NodeJS.ProcessEnv },
): Promise<Problem[]> {
  const { id, images, file } = overlay;
  // Of image volumes nobody knows here whether this kustomize sets them.
  const fields = documents.flatMap((document) => imageFields(document)).filter((field) => !isImageVolume(field));
  const rendered = fields.map(({ reference }) => reference);
  const doubtful = images.filter((entry) => !isSeen(entry, images, rendered));
  if (doubtful.length === 0) return [];
  const inputs = overlayInputs(options.directory, id);
  const flow = inputs === undefined ? undefined : imageFlow(`overlays/${id}`, inputs);
  const all = imagesIn(documents, flow?.specs);
  const unmatched: ImageEntry[] = [];
  for (const entry of doubtful) {
    const index = images.indexOf(entry);
    const matches =
      flow === undefined || inputs === undefined
        ? mayMatch(entry, all)
        : isFollowed(entry, overlay, flow, all) || (await isMatched(index, overlay, inputs, options));
    if (!matches) unmatched.push(entry);
  }
  const repositories = [...new Set(all.map((image) => splitImage(image).name))].toSorted();
  return unmatched.map((entry) => {
    const place = flow === undefined ? undefined : placeOf(entry, overlay, flow);
    const isVolume = flow?.images.some((image) => image.isVolume && image.steps.some(({ by }) => by === place));
    if (isVolume === true) return onlyVolume(file, entry, options.engine);
    const alike = all.find((image) => splitImage(image).name === entry.name);
    return alike === undefined
      ? problemOf(file, entry, images.indexOf(entry), repositories)
      : otherForm(file, entry, alike);
  });
}

/** Whether an image that is rendered can only be there because the entry matched it: it kept its name. */
function isSeen(entry: ImageEntry, all: readonly ImageEntry[], rendered: readonly string[]): boolean {
  const matches = imageMatcher(entry.name ?? "");
  if (matches === undefined || entry.newName !== undefined || entry.name === undefined) return false;
  if (all.some(({ newName }) => newName !== undefined && matches(newName))) return false;
  return rendered.some(matches);
}

/** Whether an image that the overlay's files name came to what is rendered through the entry. */
function isFollowed(entry: ImageEntry, overlay: Overlay, flow: ImageFlow, rendered: readonly string[]): boolean {
  const place = placeOf(entry, overlay, flow);
  return flow.images.some(
    ({ steps, final, reference, isVolume }) =>
      steps.some(({ by }) => by === place) && rendered.includes(final) && !(isVolume && final === reference),
  );
}

function placeOf(entry: ImageEntry, { file, images }: Overlay, flow: ImageFlow): EntryPlace | undefined {
  const own = flow.entries.filter((place) => place.file === file && place.field !== "transformers");
  return own[images.indexOf(entry)];
}

/** All that can be told where nobody knows what the overlay is built from. */
function mayMatch({ name = "", newName }: ImageEntry, rendered: readonly string[]): boolean {
  return rendered.some((image) =>
    newName === undefined ? imageMatcher(name)?.(image) : splitImage(image).name === newName,
  );
}

async function isMatched(
  index: number,
  { id, file }: Overlay,
  inputs: ReadonlyMap<string, string>,
  options: { readonly directory: string; readonly engine: Engine; readonly env: NodeJS.ProcessEnv },
): Promise<boolean> {
  const {
    images: own = [],
    imageTags = [],
    ...rest
  } = parseKustomization(options.directory, file) as {
    readonly images?: readonly ImageEntry[] | null;
    readonly imageTags?: readonly ImageEntry[] | null;
  };
  const before = [...(own ?? []), ...(imageTags ?? [])].slice(0, index + 1);
  const entry = before.pop();
  const images = [...before, { ...entry, newName: `${entry?.newName ?? "image"}${mark}` }];
  const changed = new Map(inputs).set(file, toJson({ ...rest, images }));
  const output = await buildIn(id, (copy) => writeInputs(copy, changed), options.engine, options.env);
  // What comes later may not take an image of that name; then nobody can tell.
  return output === undefined || output.includes(mark);
}

const mark = "-matched-by-this-entry";

function onlyVolume(file: string, { name }: ImageEntry, engine: Engine): Problem {
  return {
    code: "image-unmatched",
    what: `images: ${name} matches the image of a volume alone, which ${describeEngine(engine)} does not set`,
    where: file,
    next: "build with kustomize 5.8 or later, or name the field in a file of `configurations:`, or the version in the object",
  };
}

function otherForm(file: string, { name }: ImageEntry, reference: string): Problem {
  return {
    code: "image-unmatched",
    what: `images: ${name} matches no image of this overlay: kustomize does not take ${reference} for it`,
    where: file,
    next: "kustomize knows tags, digests of sha256, and what entries before this one made of an image; write the image or the entry so",
  };
}

function problemOf(
  file: string,
  { name, newName }: ImageEntry,
  index: number,
  repositories: readonly string[],
): Problem {
  const code = "image-unmatched";
  const images = `the images are: ${listed(repositories)}`;
  if (name === undefined) {
    const what = `images: entry ${index + 1} has no name, so it matches no image`;
    return { code, what, where: file, next: `name the image that it is for; ${images}` };
  }
  const meant = nearest(name, repositories) ?? nearest(newName ?? name, repositories);
  const next = `${images}${meant === undefined ? "" : `. Did you mean ${meant}?`}`;
  return { code, what: `images: ${name} matches no image of this overlay`, where: file, next };
}

function listed(names: readonly string[]): string {
  const most = 20;
  return names.length <= most ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
