import { applyEntry, type EntryPlace, type FlowingImage } from "@kit/kustomize";
import { overlayCheck } from "../../define-check.ts";

export const imagesEntryOverridden = overlayCheck({
  id: "images-entry-overridden",
  group: "kustomize",
  severity: "error",
  title: "an `images:` entry changes nothing, because a later one sets its images again",
  run: ({ overlay }, report) => {
    const changed = Map.groupBy(
      overlay.images.images.flatMap((image) => image.steps.map((step) => ({ image, step }))),
      ({ step }) => step.by,
    );
    for (const [place, uses] of changed) {
      const used = uses.filter(({ step }) => step.before !== step.after);
      if (used.length === 0 || place.field === "transformers") continue;
      const later = used.map(({ image }) => overriddenBy(image, place));
      const [by] = later;
      if (by === undefined || later.includes(undefined)) continue;
      const { file, field, index, entry } = place;
      // A folder that overlays share says it for all of them, and this one differs on purpose.
      if (overlay.shared?.includes(file) === true && by.file === overlay.file) continue;
      report(file, {
        message: `the images entry ${entry.name} (${valueOf(place)}) changes nothing: ${whereOf(by, place)} sets ${valueOf(by)} after it`,
        fix: "keep the one that is meant, and remove the other",
        path: [field, index],
      });
    }
  },
});

/** The entry that has the last word on an image, where the image ends as it would without an earlier one. */
function overriddenBy({ steps, reference }: FlowingImage, earlier: EntryPlace): EntryPlace | undefined {
  const all = steps.map(({ by }) => by);
  const others = all.filter((by) => by !== earlier);
  const last = all.at(-1);
  return last !== earlier && made(reference, all) === made(reference, others) ? last : undefined;
}

function made(reference: string, entries: readonly EntryPlace[]): string {
  return entries.reduce((image, { entry }) => applyEntry(image, entry) ?? image, reference);
}

function valueOf({ entry: { newName, newTag, digest, tagSuffix } }: EntryPlace): string {
  const version = [newTag, digest].filter((text) => text !== undefined).join("@");
  return [newName, version === "" ? tagSuffix : version].filter((text) => text !== undefined).join(":");
}

function whereOf(by: EntryPlace, { file }: EntryPlace): string {
  const at = by.field === "transformers" ? "the transformer" : `the entry ${by.entry.name}`;
  return by.file === file ? `${at} in ${by.field}[${by.index}]` : `${at} of ${by.file}`;
}
