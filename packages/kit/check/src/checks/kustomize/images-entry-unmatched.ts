import { unmatchedEntries } from "@kit/model";
import { overlayCheck } from "../../define-check.ts";
import { imageEntries } from "../../kustomization.ts";
import { orNearest } from "../../suggest.ts";

export const imagesEntryUnmatched = overlayCheck({
  id: "images-entry-unmatched",
  group: "kustomize",
  severity: "error",
  title: "an `images:` entry matches no image, so it changes nothing",
  run: ({ overlay, objects }, report) => {
    const entries = imageEntries(overlay.content);
    const { unmatched, repositories } = unmatchedEntries(
      entries,
      objects.map(({ raw }) => raw),
    );
    for (const { name = "", index } of unmatched) {
      report(overlay.file, {
        message: `the images entry ${name} matches no image of the overlay`,
        mend: orNearest(name, repositories, `remove it; the images are ${repositories.join(", ")}`),
        path: ["images", index, "name"],
      });
    }
  },
});
