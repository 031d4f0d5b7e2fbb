import { environmentCheck } from "../../define-check.ts";
import { serviceOf } from "../../package-of.ts";

export const annotationStandard = environmentCheck({
  id: "annotation-standard",
  group: "conventions",
  severity: "off",
  title: "an object lacks annotations that every object of a service is to have",
  needs: ["objects", "policy"],
  run: (environment, report) => {
    const { requiredAnnotations = [] } = environment.options ?? {};
    for (const object of environment.objects) {
      const missing = requiredAnnotations.filter((key) => object.annotations[key] === undefined);
      if (serviceOf(object) === undefined || object.kind === "Namespace" || missing.length === 0) continue;
      report(object, {
        message: `it lacks the ${missing.length === 1 ? "annotation" : "annotations"} ${missing.join(", ")}`,
        fix: "add them to its `metadata.annotations`",
        path: ["metadata", "annotations"],
      });
    }
  },
});
