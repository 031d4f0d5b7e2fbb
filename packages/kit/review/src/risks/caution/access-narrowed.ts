import { accessIn, actionsText } from "../../judge/access.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const accessNarrowed = defineRisk({
  id: "access-narrowed",
  class: "caution",
  title: "somebody may do less in the cluster than before",
  run(change, context) {
    const paths = { paths: ["rules", "aggregationRule", "metadata.labels", "subjects", "roleRef"] };
    return (accessIn(change, context) ?? [])
      .filter(({ lost }) => lost.length > 0)
      .map(({ who, lost }) => ({
        ...(change.op === "changed" || change.op === "renamed" ? paths : {}),
        reason: `${who} may not any more ${actionsText(lost)}`,
        consequence: "a program that needs it is refused, at once",
      }));
  },
});
