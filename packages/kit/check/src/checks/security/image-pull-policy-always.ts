import { isLatest, parseImage } from "@kit/model";
import { containerCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";

export const imagePullPolicyAlways = containerCheck({
  id: "image-pull-policy-always",
  group: "security",
  severity: { development: "off", production: "info" },
  title: "a node may start an image without asking the registry whether the pod may have it",
  run: (container, report) => {
    const { image, imagePullPolicy: policy } = container.container;
    if (image === undefined) return;
    const parsed = parseImage(image);
    const actual = policy ?? (isLatest(parsed) ? "Always" : "IfNotPresent");
    // What a digest names is the same everywhere.
    if (actual === "Always" || parsed.digest !== undefined) return;
    const message = `${describeContainer(container)} has the imagePullPolicy ${actual}: it takes what the node has under that tag`;
    report({ path: [...container.path, "imagePullPolicy"], message, fix: "set imagePullPolicy to Always" });
  },
});
