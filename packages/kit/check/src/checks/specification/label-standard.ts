import { environmentCheck } from "../../define-check.ts";
import { serviceOf } from "../../package-of.ts";

const standard = [
  "app",
  "app.kubernetes.io/name",
  "app.kubernetes.io/instance",
  "app.kubernetes.io/version",
  "app.kubernetes.io/managed-by",
] as const;

export const labelStandard = environmentCheck({
  id: "label-standard",
  group: "specification",
  severity: "error",
  title: "an object lacks labels of the standard that its system follows",
  run: (environment, report) => {
    const objects = environment.objects.filter((object) => serviceOf(object) !== undefined);
    // A system that uses none of them follows another standard.
    if (!objects.some(({ labels }) => labels["app.kubernetes.io/name"] !== undefined)) return;
    for (const object of objects) {
      const missing = standard.filter((label) => object.labels[label] === undefined);
      if (object.kind === "Namespace" || missing.length === 0) continue;
      report(object, {
        message: `it lacks the ${missing.length === 1 ? "label" : "labels"} ${missing.join(", ")}`,
        fix: "add `standardLabels(service)` and `releaseLabel(release)` of @kit/model",
        path: ["metadata", "labels"],
      });
    }
  },
});
