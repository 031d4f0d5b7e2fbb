import { kubernetesMinor } from "@kit/schema";
import { objectCheck } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const namespaceLabel = objectCheck({
  id: "namespace-label",
  group: "api-validity",
  severity: "error",
  title: "a Namespace names a level or a version of Pod Security that does not exist",
  kinds: ["Namespace"],
  run: ({ labels }, report) => {
    for (const mode of ["enforce", "audit", "warn"]) {
      const [level, version] = [`pod-security.kubernetes.io/${mode}`, `pod-security.kubernetes.io/${mode}-version`];
      const words = ["privileged", "baseline", "restricted"];
      judgeOneOf(report, { path: ["metadata", "labels", level], what: "the level", word: labels[level], words });
      const text = labels[version];
      if (text === undefined) continue;
      const path = ["metadata", "labels", version];
      judgeText(report, { path, what: "the version", text, problem: versionProblem });
    }
  },
});

function versionProblem(text: string): string | undefined {
  return /^(?:latest|v1\.(?:0|[1-9]\d*))$/.test(text)
    ? undefined
    : `must be latest, or a version such as v${kubernetesMinor}`;
}
