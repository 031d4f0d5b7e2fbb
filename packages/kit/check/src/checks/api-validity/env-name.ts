import { environmentVariableProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { containerCheck, type ReportFinding } from "../../define-check.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";

export const envName = containerCheck({
  id: "env-name",
  group: "api-validity",
  severity: "error",
  title: "an environment variable's name, or the prefix of some, is invalid",
  run: ({ container: { env = [], envFrom = [] }, path }, report) => {
    const problem = environmentVariableProblem;
    env.forEach(({ name: text }, index) => {
      const place = [...path, "env", index, "name"];
      if (text?.includes("=") === true) reportAssignment(report, place, text);
      else judgeText(report, { path: place, what: "the variable's name", text, problem });
    });
    envFrom.forEach(({ prefix: text }, index) => {
      const place = [...path, "envFrom", index, "prefix"];
      if (text?.includes("=") === true) reportAssignment(report, place, text);
      else judgeOptionalText(report, { path: place, what: "the prefix", text, problem });
    });
  },
});

/** What stands behind the equals sign may be a password. */
function reportAssignment(report: ReportFinding, path: Path, text: string): void {
  const message = `the name has an equals sign behind ${JSON.stringify(text.slice(0, text.indexOf("=")))}`;
  report({ path, message, fix: "write what stands behind it as the value" });
}
