import { listOf, mapOf } from "@kit/kube";
import { overlayCheck } from "../../define-check.ts";
import { kustomizationsOf } from "../../kustomization.ts";

export const commonLabels = overlayCheck({
  id: "common-labels",
  group: "kustomize",
  severity: "warning",
  title: "an overlay writes labels into selectors, which cannot be changed later",
  run: ({ overlay }, report) => {
    const fix = "use `labels:` with `includeTemplates: true` where pods are to have them too";
    for (const [file, content] of kustomizationsOf(overlay)) {
      const common = mapOf(content["commonLabels"]);
      if (Object.keys(common).length > 0) {
        const message = `commonLabels writes ${Object.keys(common).join(", ")} into selectors, which cannot be changed later`;
        report(file, { message, fix, path: ["commonLabels"] });
      }
      listOf(content["labels"]).forEach((entry, index) => {
        const { includeSelectors, pairs } = mapOf(entry);
        if (includeSelectors !== true) return;
        const message = `includeSelectors writes ${Object.keys(mapOf(pairs)).join(", ")} into selectors, which cannot be changed later`;
        report(file, { message, fix, path: ["labels", index, "includeSelectors"] });
      });
    }
  },
});
