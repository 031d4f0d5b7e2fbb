import { overlayCheck } from "../../define-check.ts";
import { kustomizationsOf } from "../../kustomization.ts";

const instead: Readonly<Record<string, string>> = {
  bases: "list its entries in `resources`",
  imageTags: "write `images`",
  patchesJson6902: "write `patches`, with a target",
  patchesStrategicMerge: "write `patches`",
  vars: "write `replacements`",
};

export const deprecatedKustomizationField = overlayCheck({
  id: "deprecated-kustomization-field",
  group: "kustomize",
  severity: "warning",
  title: "an overlay has a field that kustomize is going to drop",
  run: ({ overlay }, report) => {
    for (const [file, content] of kustomizationsOf(overlay)) {
      for (const [field, fix] of Object.entries(instead)) {
        if (content[field] === undefined) continue;
        report(file, { message: `the field ${field} is deprecated`, fix, path: [field] });
      }
    }
  },
});
