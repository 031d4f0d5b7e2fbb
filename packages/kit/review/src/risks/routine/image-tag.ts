import { defineRisk } from "../../judge/define-risk.ts";
import { imageChanges, isOtherMajor, type Image } from "../../judge/images.ts";

export const imageTag = defineRisk({
  id: "image-tag",
  class: "routine",
  title: "an image has another tag or digest",
  run(change) {
    return imageChanges(change).flatMap(({ path, name, before, after }) => {
      // image-registry and image-major say more.
      if (before.name !== after.name || isOtherMajor(before, after)) return [];
      return [{ paths: [path], reason: `${name} runs ${versionText(after)} instead of ${versionText(before)}` }];
    });
  },
});

function versionText({ tag, digest }: Image): string {
  const short = digest?.slice(0, 19);
  if (short === undefined) return tag ?? "latest";
  return tag === undefined ? short : `${tag}@${short}`;
}
