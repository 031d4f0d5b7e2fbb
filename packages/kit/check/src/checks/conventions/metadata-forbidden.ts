import type { Path } from "@kit/schema";
import { anyObjectCheck } from "../../define-check.ts";

export const metadataForbidden = anyObjectCheck({
  id: "metadata-forbidden",
  group: "conventions",
  severity: "off",
  title: "an object has a label or an annotation that the policy forbids",
  needs: ["policy"],
  run: ({ labels, annotations, pods }, report, { options }) => {
    const { forbiddenLabels = [], forbiddenAnnotations = [] } = options ?? {};
    const judge = (what: string, found: Readonly<Record<string, string>>, forbidden: readonly string[], path: Path) => {
      for (const key of Object.keys(found).filter((one) => forbidden.includes(one))) {
        report({
          message: `it has the ${what} ${key}, which the policy forbids`,
          fix: "leave it out",
          path: [...path, key],
        });
      }
    };
    judge("label", labels, forbiddenLabels, ["metadata", "labels"]);
    judge("annotation", annotations, forbiddenAnnotations, ["metadata", "annotations"]);
    for (const pod of pods.filter(({ metadataPath }) => metadataPath.length > 1)) {
      judge("label", pod.labels, forbiddenLabels, [...pod.metadataPath, "labels"]);
      judge("annotation", pod.annotations, forbiddenAnnotations, [...pod.metadataPath, "annotations"]);
    }
  },
});
