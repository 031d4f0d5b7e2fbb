import { environmentCheck } from "../../define-check.ts";
import { serviceOf } from "../../package-of.ts";

export const labelStandard = environmentCheck({
  id: "label-standard",
  group: "conventions",
  severity: "off",
  title: "an object lacks labels that every object of a service is to have",
  needs: ["objects", "policy"],
  run: (environment, report) => {
    const { requiredLabels = [] } = environment.options ?? {};
    for (const object of environment.objects) {
      const missing = requiredLabels.filter((label) => object.labels[label] === undefined);
      if (serviceOf(object) === undefined || object.kind === "Namespace" || missing.length === 0) continue;
      report(object, {
        message: `it lacks the ${missing.length === 1 ? "label" : "labels"} ${missing.join(", ")}`,
        fix: "add them to its `metadata.labels`",
        path: ["metadata", "labels"],
      });
    }
  },
});
