import { accessIn, actionsText, isEscalation } from "../../judge/access.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const accessWidened = defineRisk({
  id: "access-widened",
  class: "caution",
  title: "somebody may do more in the cluster than before",
  run(change, context) {
    return (accessIn(change, context) ?? [])
      .filter(({ gained }) => gained.length > 0)
      .map(({ who, gained }) => ({
        ...pathsOf(change.op),
        reason: `${who} may now ${actionsText(gained)}`,
        consequence: isEscalation(gained) ? "may give itself more than that, at once" : "may do it at once",
      }));
  },
});

function pathsOf(op: string): { readonly paths?: readonly string[] } {
  return op === "changed" || op === "renamed"
    ? { paths: ["rules", "aggregationRule", "metadata.labels", "subjects", "roleRef"] }
    : {};
}
