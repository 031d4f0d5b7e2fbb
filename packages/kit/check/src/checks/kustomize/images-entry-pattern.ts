import { exactName, imageMeant, imagesIn, splitImage } from "@kit/kustomize";
import { overlayCheck } from "../../define-check.ts";

export const imagesEntryPattern = overlayCheck({
  id: "images-entry-pattern",
  group: "kustomize",
  severity: "warning",
  title: "the name of an `images:` entry is a regular expression that matches more than one image",
  needs: ["objects"],
  run: ({ overlay, objects }, report) => {
    const { images, specs } = overlay.images;
    const rendered = new Set(
      imagesIn(
        objects.map(({ raw }) => raw),
        specs,
      ),
    );
    // What a patch replaces afterwards is not there any more.
    const uses = images.filter(({ final }) => rendered.has(final)).flatMap(({ steps }) => steps);
    for (const [{ entry, file, field, index }, steps] of Map.groupBy(uses, ({ by }) => by)) {
      const { name = "" } = entry;
      const meant = imageMeant(name);
      const hit = [...new Set(steps.map(({ before }) => splitImage(before).name))].toSorted();
      const others = hit.filter((one) => one !== meant);
      if (others.length === 0 || (meant === undefined && hit.length === 1)) continue;
      report(file, {
        message:
          meant === undefined
            ? `the name ${name} is a regular expression, and sets ${hit.join(", ")} alike`
            : `the name ${name} is a regular expression, and also sets ${others.join(", ")}`,
        fix:
          meant === undefined
            ? "write an entry for each, with its own name"
            : `write ${exactName(meant)}, which matches ${meant} alone`,
        path: field === "transformers" ? [] : [field, index, "name"],
      });
    }
  },
});
