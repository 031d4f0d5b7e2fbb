import { defineRisk } from "../../judge/define-risk.ts";
import { weakenedContainers, weakenedPod, weakenedNamespace } from "../../judge/security.ts";

export const securityWeakened = defineRisk({
  id: "security-weakened",
  class: "caution",
  title: "a pod may do more than before",
  run({ op, id, before, after }) {
    if (op === "removed" || after === undefined) return [];
    const weakened = [...weakenedPod(before, after), ...weakenedContainers(before, after)];
    const ofNamespace = before === undefined ? [] : weakenedNamespace(id.kind, before, after);
    return [...weakened, ...ofNamespace].map(({ path, reason }) => ({
      ...(op === "added" ? {} : { paths: [path] }),
      reason,
    }));
  },
});
