import { defineRisk } from "../../judge/define-risk.ts";
import { imageChanges } from "../../judge/images.ts";

export const imageRegistry = defineRisk({
  id: "image-registry",
  class: "caution",
  title: "an image comes from another registry, or is a different image",
  run(change) {
    return imageChanges(change).flatMap(({ path, name, before, after }) => {
      if (before.name === after.name) return [];
      return [{ paths: [path], reason: `the image of ${name} was ${before.name}, and is ${after.name}` }];
    });
  },
});
