import { exactName, imageMeant, splitImage, type EntryPlace, type FlowingImage } from "@kit/kustomize";
import { parseImage, type ImageReference } from "@kit/model";
import type { Problem } from "@kit/errors";
import { overlayImages, referenceOf, type OverlayImage } from "./overlay-images.ts";
import type { OverlayText } from "./overlay-text.ts";
import { placeText } from "./place-text.ts";

/** An image, and the entry that says its version: of the overlay's own `images:`, or of a folder's that it builds on. */
export interface ImageSetting {
  /** As the bases write it. */
  readonly name: string;
  /** The kustomization with the entry. */
  readonly file: string;
  readonly entry: OverlayImage;
  /** What the overlay makes of it. */
  readonly before: ImageReference;
}

/** The names of the images whose version the entries say that an overlay can have changed. */
export function settableNames(overlay: OverlayText): string[] {
  const own = overlayImages(overlay.text).flatMap((entry) => {
    const hit = followed(overlay).filter((image) => isOwn(overlay, decider(image), entry.index));
    const names = hit.map(({ reference }) => splitImage(reference).name);
    if (names.length > 0) return names;
    const isOverruled = followed(overlay).some(({ steps }) => steps.some(({ by }) => isOwn(overlay, by, entry.index)));
    return isOverruled ? [] : [entry.name];
  });
  const below = followed(overlay)
    .filter((image) => isBelow(overlay, decider(image)))
    .map(({ reference }) => splitImage(reference).name);
  return [...new Set([...own, ...below])];
}

/**
 * The entry that says which version of an image an overlay deploys; undefined where nothing does. Entries chain, match by
 * regular expressions, and stand in other files: what cannot be changed here is a problem that says where it can.
 */
export function settingOf(overlay: OverlayText, name: string): ImageSetting | Problem | undefined {
  const entries = overlayImages(overlay.text);
  const own = entries.filter((entry) => entry.name === name);
  if (own.length > 1) return severalEntries(overlay, name, own.length);
  const images = followed(overlay).filter((image) => isOf(image, name, overlay, own[0]?.index));
  const deciders = [...new Set(images.map(decider).filter((one) => one !== undefined))];
  const [by, ...others] = deciders;
  if (by === undefined)
    return own[0] === undefined ? undefined : { name, file: overlay.file, entry: own[0], before: referenceOf(own[0]) };
  if (others.length > 0) return severalPlaces(overlay, name, deciders);
  const entry = isBelow(overlay, by)
    ? overlayImages(overlay.texts.get(by.file) ?? "").find(({ index }) => index === by.index)
    : entries.find(({ index }) => isOwn(overlay, by, index));
  if (entry === undefined) return setElsewhere(overlay, name, by);
  const image = images.find((one) => decider(one) === by)!;
  const original = splitImage(image.reference).name;
  const alike = followed(overlay)
    .filter((one) => decider(one) === by)
    .map(({ reference }) => splitImage(reference).name);
  const hit = [...new Set(alike)].filter((one) => one !== original).toSorted();
  if (hit.length > 0) return setsOthers(overlay, original, by, hit);
  if (by.entry.tagSuffix !== undefined) return hasSuffix(overlay, original, by);
  const { repository } = parseImage(image.final);
  return { name: original, file: by.file, entry, before: { ...referenceOf(entry), repository } };
}

/** Of image volumes nobody knows here whether kustomize sets them. */
function followed({ flow }: OverlayText): FlowingImage[] {
  return flow.images.filter(({ isVolume }) => !isVolume);
}

/** Whether an image is called so at any time on its way. */
function isOf({ reference, final, steps }: FlowingImage, name: string, overlay: OverlayText, index?: number): boolean {
  const names = [reference, final, ...steps.map(({ after }) => after)].map((one) => splitImage(one).name);
  return names.includes(name) || steps.some(({ by }) => index !== undefined && isOwn(overlay, by, index));
}

/** What has the last word on an image's version; where nothing says one, on its name. */
function decider({ steps }: FlowingImage): EntryPlace | undefined {
  const says = steps.findLast(({ by: { entry } }) => (entry.newTag ?? entry.digest ?? entry.tagSuffix) !== undefined);
  return (says ?? steps.at(-1))?.by;
}

function isOwn({ file }: OverlayText, by: EntryPlace | undefined, index: number): boolean {
  return by !== undefined && by.file === file && by.field === "images" && by.index === index;
}

/** Whether an entry is of a folder of `overlays/` that the overlay builds on, and it is known who else does. */
function isBelow({ file, sharedWith }: OverlayText, by: EntryPlace | undefined): by is EntryPlace {
  return sharedWith !== undefined && by?.field === "images" && by.file !== file && by.file.startsWith("overlays/");
}

function severalEntries({ file }: OverlayText, name: string, count: number): Problem {
  return {
    code: "image-entry",
    what: `images: has ${count} entries for ${name}`,
    where: file,
    next: "keep one of them: kustomize takes the first, then the next, so the last one counts",
  };
}

function severalPlaces(overlay: OverlayText, name: string, places: readonly EntryPlace[]): Problem {
  return {
    code: "image-entry",
    what: `${overlay.id} deploys ${name} in versions that several places set`,
    where: places.map((place) => placeText(place, overlay)).join(", "),
    next: "change them by hand, or keep one of them",
  };
}

function setElsewhere(overlay: OverlayText, name: string, by: EntryPlace): Problem {
  const what =
    by.field === "transformers" ? "an ImageTagTransformer" : `the entry ${by.entry.name} in ${by.field}[${by.index}]`;
  const isHere = by.file === overlay.file;
  const isLast = by.field === "transformers";
  return {
    code: "image-entry",
    what: `${overlay.id} has ${name} from ${what}${isHere ? "" : " of another file"}, which is not changed from here`,
    where: placeText(by, overlay),
    next: isLast
      ? "change it there by hand: it comes after every entry of `images:`"
      : isHere
        ? "change it there by hand, or write an entry of `images:` in its place"
        : `change it there by hand: it may be for other environments too; or write an entry for it in \`images:\` of ${overlay.file}`,
  };
}

function setsOthers(overlay: OverlayText, name: string, by: EntryPlace, others: readonly string[]): Problem {
  const written = by.entry.name ?? "";
  return {
    code: "image-entry",
    what: `the images entry ${written} is a regular expression, and would also set ${others.join(", ")}`,
    where: placeText(by, overlay),
    next:
      imageMeant(written) === name
        ? `write its name as ${exactName(name)}, which matches ${name} alone`
        : `write an entry of its own for ${name} behind it`,
  };
}

function hasSuffix(overlay: OverlayText, name: string, by: EntryPlace): Problem {
  return {
    code: "image-entry",
    what: `the images entry ${by.entry.name} puts ${by.entry.tagSuffix} behind the tag of ${name}, and a version in it would drop that`,
    where: placeText(by, overlay),
    next: "write `newTag` with the whole tag in the place of its tagSuffix",
  };
}
