import { podCheck } from "../../define-check.ts";
import { judgeToleration } from "../../pods/judge-toleration.ts";

export const toleration = podCheck({
  id: "toleration",
  group: "api-validity",
  severity: "error",
  title: "a toleration's fields exclude one another, or are invalid",
  run: ({ spec, path }, report) => {
    spec.tolerations?.forEach((one, index) => judgeToleration(report, [...path, "tolerations", index], one));
  },
});
