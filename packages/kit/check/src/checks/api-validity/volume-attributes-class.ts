import { qualifiedNameProblem } from "@kit/kube/names";
import { objectCheck } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const volumeAttributesClass = objectCheck({
  id: "volume-attributes-class",
  group: "api-validity",
  severity: "error",
  title: "a VolumeAttributesClass has an invalid driver or no parameters",
  kinds: ["VolumeAttributesClass"],
  run: ({ data: { driverName: text, parameters = {} } }, report) => {
    judgeText(report, { path: ["driverName"], what: "the driver's name", text, problem: anyCaseProblem });
    const names = Object.keys(parameters);
    if (names.length === 0) report({ path: ["parameters"], message: "no parameter is there", fix: "write one" });
    if (names.includes("")) {
      report({ path: ["parameters", ""], message: "a parameter has no name", fix: "write its name" });
    }
    if (names.length <= 512) return;
    report({
      path: ["parameters"],
      message: `${names.length} parameters are there, and 512 may be`,
      fix: "remove some",
    });
  },
});

function anyCaseProblem(name: string): string | undefined {
  return qualifiedNameProblem(name.toLowerCase());
}
