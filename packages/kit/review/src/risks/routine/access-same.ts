import { accessIn } from "../../judge/access.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { changesAt } from "../../judge/fields.ts";

const granting = ["rules", "aggregationRule", "subjects", "roleRef"];

export const accessSame = defineRisk({
  id: "access-same",
  class: "routine",
  title: "a role or binding changes, and everybody may do what they could before",
  run(change, context) {
    const { op } = change;
    if (op === "changed" && !granting.some((path) => changesAt(change, path).length > 0)) return [];
    if (accessIn(change, context)?.length !== 0) return [];
    return [
      {
        ...(op === "changed" ? { paths: granting } : {}),
        reason: "by all roles together, nobody may do more or less",
        consequence: "restarts nothing",
      },
    ];
  },
});
