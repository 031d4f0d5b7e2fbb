import { parseImage } from "@kit/model";
import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";

export const imageDigest = containerCheck({
  id: "image-digest",
  group: "security",
  severity: { development: "off", production: "info" },
  title: "an image that its registry can exchange: it has no digest",
  run: (container, report) => {
    const { image } = container.container;
    if (image === undefined || parseImage(image).digest !== undefined) return;
    const message = `${describeContainer(container)} runs ${image}, which the registry can exchange`;
    report({ path: [...container.path, "image"], message, fix: "name the digest too: set digest in the overlay" });
  },
});
