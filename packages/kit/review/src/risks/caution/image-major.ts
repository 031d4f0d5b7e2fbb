import { defineRisk } from "../../judge/define-risk.ts";
import { imageChanges, isOtherMajor, isUpgrade } from "../../judge/images.ts";

export const imageMajor = defineRisk({
  id: "image-major",
  class: "caution",
  title: "an image has another major version",
  run(change) {
    return imageChanges(change).flatMap(({ path, name, before, after }) => {
      if (before.name !== after.name || !isOtherMajor(before, after)) return [];
      const way = isUpgrade(before, after) ? "goes up" : "goes down";
      return [
        {
          paths: [path],
          reason: `the major version of ${name} ${way} from ${before.tag} to ${after.tag}: it may break what it promised`,
        },
      ];
    });
  },
});
