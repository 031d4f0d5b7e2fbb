import { isLatest, parseImage } from "@kit/model";
import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";

export const imageTagLatest = containerCheck({
  id: "image-tag-latest",
  group: "reliability",
  severity: { development: "info", production: "warning" },
  title: "an image without a tag, or with the tag latest",
  standsFor: ["image-digest"],
  run: (container, report) => {
    const { image } = container.container;
    if (image === undefined || !isLatest(parseImage(image))) return;
    const message = `${describeContainer(container)} runs ${image}, which may be a different image tomorrow`;
    report({ path: [...container.path, "image"], message, fix: "deploy a version: set newTag in the overlay" });
  },
});
