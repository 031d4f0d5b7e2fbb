import { imagesIn, repositoryOf } from "@kit/model";
import { overlayImages, referenceOf } from "./overlay-images.ts";
import type { OverlayText } from "./plan.ts";
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

function deployedBy({ id, text, objects }: DeployedOverlay): { name: string; deployed: Deployed }[] {
  const rendered = [...new Set(imagesIn(objects))].toSorted();
  const entries = overlayImages(text);
  const set = entries.map((entry) => {
    const reference = referenceOf(entry);
    const [own = []] = [reference.repository, entry.name]
      .map((name) => rendered.filter((image) => repositoryOf(image) === name))
      .filter((images) => images.length > 0);
    const written = reference.tag === undefined && reference.digest === undefined ? own.join(", ") : "";
    const said = written === "" ? formatReference(reference) : written;
    const agrees = own.join(", ") === said;
    return { name: entry.name, deployed: { environment: id, reference: said, rendered: own, agrees } };
  });
  const named = new Set(entries.flatMap((entry) => [entry.name, referenceOf(entry).repository]));
  const others = Map.groupBy(
    rendered.filter((image) => !named.has(repositoryOf(image))),
    repositoryOf,
  );
  // Nothing sets these in the overlay, or what sets them has not been built.
  const unset = [...others].map(([name, own]) => ({
    name,
    deployed: { environment: id, reference: own.join(", "), rendered: own, agrees: true },
  }));
  return [...set, ...unset];
}
