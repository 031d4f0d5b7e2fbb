import { ruleCheck } from "../../rbac.ts";

const fields = ["apiGroups", "resources", "verbs"] as const;

export const wildcardRbac = ruleCheck({
  id: "wildcard-rbac",
  title: "a rule gives rights by *, also those that come with the next version",
  run: (rule) => {
    const found = fields.filter((field) => rule[field]?.includes("*") === true);
    if (found.length === 0) return undefined;
    const message = `the rule gives rights by * in ${found.join(", ")}, also those that do not exist yet`;
    return { message, fix: "name what is needed" };
  },
});
