import { ruleCheck, verbsOn } from "../../rbac.ts";

export const secretsAccess = ruleCheck({
  id: "secrets-access",
  title: "a role reads every Secret, not just those that it names",
  run: (rule) => {
    if ((rule.resourceNames ?? []).length > 0) return undefined;
    const verbs = verbsOn(rule, "", "secrets", ["get", "list", "watch"]);
    if (verbs.length === 0) return undefined;
    const message = `the rule reads every Secret (${verbs.join(", ")})`;
    return { message, fix: "name the Secrets in resourceNames, and give get alone" };
  },
});
