import { overlayCheck } from "../../define-check.ts";
import { imageEntries, kustomizationsOf } from "../../kustomization.ts";

export const tagAndDigest = overlayCheck({
  id: "tag-and-digest",
  group: "kustomize",
  severity: "warning",
  title: "an `images:` entry has a tag and a digest",
  run: ({ overlay }, report) => {
    for (const [file, content] of kustomizationsOf(overlay)) {
      for (const { entry, path } of imageEntries(content)) {
        const { name, newTag, digest } = entry;
        if (newTag === undefined || digest === undefined) continue;
        report(file, {
          message: `the images entry ${name} has newTag ${newTag} and a digest: the digest alone decides what runs`,
          fix: "keep one of the two",
          path: [...path, "newTag"],
        });
      }
    }
  },
});
