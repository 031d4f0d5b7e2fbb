import { defineRisk } from "../../judge/define-risk.ts";
import { weakenedContainers, weakenedPod, weakenedNamespace } from "../../judge/security.ts";

export const securityWeakened = defineRisk({
  id: "security-weakened",
  class: "caution",
  title: "a pod may do more than before",
  run({ op, id, before, after }) {
    if ((op !== "changed" && op !== "renamed") || before === undefined || after === undefined) return [];
    const weakened = [...weakenedPod(before, after), ...weakenedContainers(before, after)];
    return [...weakened, ...weakenedNamespace(id.kind, before, after)].map(({ path, reason }) => ({
      paths: [path],
      reason,
    }));
  },
});
