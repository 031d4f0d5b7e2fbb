import { accessIn } from "../../judge/access.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const accessSame = defineRisk({
  id: "access-same",
  class: "routine",
  title: "a role or binding changes, and everybody may do what they could before",
  run(change, context) {
    if (accessIn(change, context)?.length !== 0) return [];
    const { op } = change;
    const paths = ["rules", "aggregationRule", "metadata.labels", "subjects", "roleRef"];
    return [
      {
        ...(op === "changed" ? { paths } : {}),
        reason: "by all roles together, nobody may do more or less",
        consequence: "restarts nothing",
      },
    ];
  },
});
