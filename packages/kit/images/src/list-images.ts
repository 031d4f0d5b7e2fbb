import { imagesIn, splitImage, type EntryPlace, type FlowingImage } from "@kit/kustomize";
import { overlayImages, referenceOf } from "./overlay-images.ts";
import { lineOf } from "./place-text.ts";
import type { OverlayText } from "./overlay-text.ts";
import { formatReference } from "./reference.ts";

/** An environment with what is rendered for it. */
export interface DeployedOverlay extends OverlayText {
  readonly objects: readonly unknown[];
}

/** What an environment deploys of an image. */
interface Deployed {
  readonly environment: string;
  /** As the overlay says it. Without a version of its own the base's, as it is rendered. */
  readonly reference: string;
  /** What generated/rendered has of it, sorted; mostly one. */
  readonly rendered: readonly string[];
  /** Whether both say the same. */
  readonly agrees: boolean;
  /** The entries that made it so, in their order; none where nothing sets it. */
  readonly setBy: readonly SetBy[];
  /** The files that name it before any entry; none where nobody knows. */
  readonly namedBy: readonly string[];
}

/** An entry of `images:`, or a transformer that does the same. */
export interface SetBy {
  readonly file: string;
  /** From 1; undefined where nobody knows it. */
  readonly line: number | undefined;
  /** What it matches: a regular expression. */
  readonly entry: string;
  readonly field: EntryPlace["field"];
}

/** An image, as the bases write it, and where it runs. */
export interface ListedImage {
  readonly name: string;
  readonly deployed: readonly Deployed[];
}

/**
 * What runs where: the images that overlays set, and those that are rendered without an overlay setting them. Sorted
 * by name; of each the environments in their order.
 */
export function listImages(environments: readonly DeployedOverlay[]): ListedImage[] {
  const all = environments.flatMap((environment) => deployedBy(environment));
  const byName = Map.groupBy(all, ({ name }) => name);
  return [...byName]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, of]) => ({ name, deployed: of.map(({ deployed }) => deployed) }));
}

interface Row {
  readonly name: string;
  readonly deployed: Deployed;
}

function deployedBy(environment: DeployedOverlay): Row[] {
  const { id, file, text, objects, flow } = environment;
  const rendered = [...new Set(imagesIn(objects, flow.specs))].toSorted();
  const byName = Map.groupBy(flow.images, ({ reference }) => splitImage(reference).name);
  const followed = [...byName].flatMap(([name, images]) => rowOf(name, images, rendered, environment));
  const known = new Set(followed.flatMap(({ name, deployed }) => [name, ...deployed.rendered.map(nameOf)]));
  const matched = new Set(flow.images.flatMap(({ steps }) => steps.map(({ by }) => by)));
  // Their images are of a file that nobody has read, or of none.
  const alone = overlayImages(text).flatMap((entry): Row[] => {
    const place = flow.entries.find((one) => one.file === file && one.field === "images" && one.index === entry.index);
    if (place === undefined || matched.has(place)) return [];
    const reference = referenceOf(entry);
    const [own = []] = [reference.repository, entry.name]
      .map((name) => rendered.filter((image) => nameOf(image) === name && !known.has(name)))
      .filter((images) => images.length > 0);
    const written = reference.tag === undefined && reference.digest === undefined ? own.join(", ") : "";
    const said = written === "" ? formatReference(reference) : written;
    const deployed = { environment: id, reference: said, rendered: own, agrees: own.join(", ") === said };
    return [{ name: entry.name, deployed: { ...deployed, setBy: setBy([place], environment), namedBy: [] } }];
  });
  const covered = new Set([
    ...known,
    ...alone.flatMap(({ name, deployed }) => [name, ...deployed.rendered.map(nameOf)]),
  ]);
  // Nothing sets these in the overlay, or what sets them has not been built.
  const others = Map.groupBy(
    rendered.filter((image) => !covered.has(nameOf(image))),
    nameOf,
  );
  const unset = [...others].map(([name, own]): Row => {
    const parts = { environment: id, reference: own.join(", "), rendered: own, agrees: true, setBy: [], namedBy: [] };
    return { name, deployed: parts };
  });
  return [...followed, ...alone, ...unset];
}

/** An image that the overlay's files name; none where nothing of it is deployed: a patch has put another in its place. */
function rowOf(
  name: string,
  images: readonly FlowingImage[],
  rendered: readonly string[],
  environment: DeployedOverlay,
): Row[] {
  const finals = images.flatMap(({ final, reference, isVolume }) => (isVolume ? [final, reference] : [final]));
  const isThere = images.filter(
    ({ final, reference, isVolume }) => rendered.includes(final) || (isVolume && rendered.includes(reference)),
  );
  const [own = []] = [finals.map(nameOf), [name]]
    .map((names) => rendered.filter((image) => names.includes(nameOf(image))))
    .filter((found) => found.length > 0);
  if (own.length === 0 && !images.some(({ steps }) => steps.length > 0)) return [];
  const said = isThere.length > 0 ? isThere : images;
  const references = [
    ...new Set(
      said.map(({ final, reference, isVolume }) => (isVolume && !rendered.includes(final) ? reference : final)),
    ),
  ].toSorted();
  const agrees = isThere.length > 0;
  const deployed: Deployed = {
    environment: environment.id,
    reference: references.join(", "),
    rendered: agrees ? references : own,
    agrees,
    setBy: setBy([...new Set(said.flatMap(({ steps }) => steps.map(({ by }) => by)))], environment),
    namedBy: [...new Set(said.map(({ file }) => file))].toSorted(),
  };
  return [{ name, deployed }];
}

function setBy(places: readonly EntryPlace[], environment: DeployedOverlay): SetBy[] {
  return places.map((place) => ({
    file: place.file,
    line: lineOf(place, environment),
    field: place.field,
    entry: place.entry.name ?? "",
  }));
}

function nameOf(image: string): string {
  return splitImage(image).name;
}
