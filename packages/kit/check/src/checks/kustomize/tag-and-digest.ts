import { overlayCheck } from "../../define-check.ts";
import { imageEntries } from "../../kustomization.ts";

export const tagAndDigest = overlayCheck({
  id: "tag-and-digest",
  group: "kustomize",
  severity: "warning",
  title: "an `images:` entry has a tag and a digest",
  run: ({ overlay }, report) => {
    for (const { index, name, newTag, digest } of imageEntries(overlay.content)) {
      if (newTag === undefined || digest === undefined) continue;
      report(overlay.file, {
        message: `the images entry ${name} has newTag ${newTag} and a digest: the digest alone decides what runs`,
        mend: "keep one of the two",
        path: ["images", index, "newTag"],
      });
    }
  },
});
