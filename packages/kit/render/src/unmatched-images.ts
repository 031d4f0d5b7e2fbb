import { shown, type Problem } from "@kit/errors";
import {
  exactName,
  imageFields,
  imageFlow,
  imageMatcher,
  imagesIn,
  isImageVolume,
  isKustomization,
  splitImage,
  type EntryPlace,
  type ImageEntry,
  type ImageFlow,
} from "@kit/kustomize";
import { toJson } from "@kit/yaml";
import { buildIn, writeInputs } from "./build-in.ts";
import type { Engine } from "./engine.ts";
import { parseKustomization } from "./parse-kustomization.ts";
import type { Overlay } from "./read-overlay.ts";
import { matchesNothing, onlyVolume, otherForm } from "./unmatched-image-problems.ts";

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
 * the old image. Of the overlay, and of folders that it builds on; components may be there for other overlays too.
 *
 * What is rendered tells it of nearly every entry. Of the others the files do, and where they do not, the real
 * kustomize: the entry gives its images a name that nothing else has.
 */
export async function unmatchedImages(
  { overlay, texts: inputs }: { readonly overlay: Overlay; readonly texts: ReadonlyMap<string, string> | undefined },
  documents: readonly unknown[],
  options: Options,
): Promise<Problem[]> {
  const { id, images, file } = overlay;
  // Of image volumes nobody knows here whether this kustomize sets them.
  const fields = documents.flatMap((document) => imageFields(document)).filter((field) => !isImageVolume(field));
  const rendered = fields.map(({ reference }) => reference);
  const doubtful = images.filter((entry) => !isSeen(entry, images, rendered));
  if (doubtful.length === 0 && !hasFoldersBelow(file, inputs)) return [];
  const flow = inputs === undefined ? undefined : imageFlow(`overlays/${id}`, inputs);
  const all = imagesIn(documents, flow?.specs);
  const repositories = [...new Set(all.map((image) => splitImage(image).name))].toSorted();
  const problems: Problem[] = [];
  for (const entry of doubtful) {
    const place = flow === undefined ? undefined : placeOf(entry, overlay, flow);
    const matches =
      flow === undefined || inputs === undefined || place === undefined
        ? mayMatch(entry, all)
        : isFollowed(place, flow, all) || (await isMatched(place, id, inputs, options));
    if (matches) continue;
    const isVolume = flow?.images.some((image) => image.isVolume && image.steps.some(({ by }) => by === place));
    const alike = all.find((image) => splitImage(image).name === entry.name);
    problems.push(
      isVolume === true
        ? onlyVolume(file, entry, options.engine)
        : alike === undefined
          ? matchesNothing(file, entry, { index: images.indexOf(entry), of: "this overlay", repositories })
          : otherForm(file, entry, alike),
    );
  }
  for (const place of inputs === undefined || flow === undefined ? [] : placesBelow(file, flow)) {
    if (await isMatched(place, id, inputs!, options)) continue;
    const of = `the overlay "${id}", which builds on it`;
    problems.push(matchesNothing(place.file, place.entry, { index: place.index, of, repositories }));
  }
  return problems;
}

interface Options {
  /** Where `overlays/` and `generated/` are. */
  readonly directory: string;
  readonly engine: Engine;
  readonly env: NodeJS.ProcessEnv;
}

function hasFoldersBelow(file: string, inputs: ReadonlyMap<string, string> = new Map()): boolean {
  return inputs.keys().some((path) => path.startsWith("overlays/") && path !== file && isKustomization(path));
}

/** Entries of folders that the overlay builds on, which no image passes by what the files say. */
function placesBelow(file: string, { entries, images, isWhole }: ImageFlow): EntryPlace[] {
  const matched = new Set(images.flatMap(({ steps }) => steps.map(({ by }) => by)));
  return entries.filter(
    (place) =>
      isWhole && place.file !== file && !place.isComponent && place.field !== "transformers" && !matched.has(place),
  );
}

/** Whether an image that is rendered can only be there because the entry matched it: it kept its name. */
function isSeen(entry: ImageEntry, all: readonly ImageEntry[], rendered: readonly string[]): boolean {
  const matches = imageMatcher(entry.name ?? "");
  if (matches === undefined || entry.newName !== undefined || entry.name === undefined) return false;
  if (all.some(({ newName }) => newName !== undefined && matches(newName))) return false;
  return rendered.some(matches);
}

/** Whether an image that the overlay's files name came to what is rendered through the entry. */
function isFollowed(place: EntryPlace, flow: ImageFlow, rendered: readonly string[]): boolean {
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
  { file, field, index }: EntryPlace,
  id: string,
  inputs: ReadonlyMap<string, string>,
  { directory, engine, env }: Options,
): Promise<boolean> {
  const { images: own, imageTags, ...rest } = parseKustomization(directory, file);
  const [first, second] = [entriesIn(own), entriesIn(imageTags)];
  const before = [...first, ...second].slice(0, index + 1 + (field === "imageTags" ? first.length : 0));
  const entry = before.pop();
  const images = [...before, { ...entry, newName: `${entry?.newName ?? "image"}${mark}` }];
  const changed = new Map(inputs).set(file, toJson({ ...rest, images }));
  const output = await buildIn(id, (copy) => writeInputs(copy, changed), engine, env);
  // What comes later may not take an image of that name; then nobody can tell.
  return output === undefined || output.includes(mark);
}

function entriesIn(value: unknown): readonly ImageEntry[] {
  return Array.isArray(value) ? (value as readonly ImageEntry[]) : [];
}

const mark = "-matched-by-this-entry";
