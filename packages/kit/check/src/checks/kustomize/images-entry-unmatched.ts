import { imageMatcher, imagesIn, splitImage, type EntryPlace, type ImageEntry } from "@kit/kustomize";
import { overlayCheck } from "../../define-check.ts";
import { orNearest } from "../../suggest.ts";

export const imagesEntryUnmatched = overlayCheck({
  id: "images-entry-unmatched",
  group: "kustomize",
  severity: "error",
  title: "an `images:` entry matches no image, so it changes nothing",
  run: ({ overlay, objects }, report) => {
    const { images, entries, specs, isWhole } = overlay.images;
    const matched = new Set(images.flatMap(({ steps }) => steps.map(({ by }) => by)));
    const rendered = imagesIn(
      objects.map(({ raw }) => raw),
      specs,
    );
    const repositories = [...new Set(rendered.map((image) => splitImage(image).name))].toSorted();
    // A component may be there for other overlays too, and what comes from elsewhere may bring what an entry is for.
    const isJudged = ({ file, field, isComponent }: EntryPlace): boolean =>
      field !== "transformers" && (file === overlay.file || (isWhole && !isComponent));
    for (const place of entries) {
      const { entry, file, field, index } = place;
      if (matched.has(place) || !isJudged(place)) continue;
      if (file === overlay.file && mayMatch(entry, rendered)) continue;
      const { name } = entry;
      report(file, {
        message:
          name === undefined
            ? `the images entry ${index + 1} has no name, so it matches no image`
            : `the images entry ${name} matches no image of the overlay`,
        fix: orNearest(name ?? "", repositories, `remove it; the images are ${listed(repositories)}`),
        path: name === undefined ? [field, index] : [field, index, "name"],
      });
    }
  },
});

/** An entry that matched leaves its image in what is rendered, also where nobody knows which file named it. */
function mayMatch({ name, newName }: ImageEntry, rendered: readonly string[]): boolean {
  if (newName !== undefined) return rendered.some((image) => splitImage(image).name === newName);
  return name !== undefined && rendered.some((image) => imageMatcher(name)?.(image) === true);
}

function listed(names: readonly string[]): string {
  const most = 20;
  return names.length <= most ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}
