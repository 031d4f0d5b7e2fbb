import { objectCheck } from "../../define-check.ts";
import { isKind } from "../../view/index.ts";

export const roleRule = objectCheck({
  id: "role-rule",
  group: "api-validity",
  severity: "error",
  title: "a role's rule allows nothing, or mixes resources and URLs",
  kinds: ["ClusterRole", "Role"],
  run: (object, report) => {
    (object.data.rules ?? []).forEach((rule, index) => {
      const { verbs = [], apiGroups = [], resources = [], resourceNames = [], nonResourceURLs: urls = [] } = rule;
      const path = ["rules", index];
      const missing = (field: string): void => {
        report({ path: [...path, field], message: `the rule has no ${field}`, fix: `write ${field}` });
      };
      if (verbs.length === 0) missing("verbs");
      if (urls.length === 0) {
        if (apiGroups.length === 0) missing("apiGroups");
        if (resources.length === 0) missing("resources");
        return;
      }
      const place = [...path, "nonResourceURLs"];
      if (isKind(object, "Role")) {
        const message = "a Role has a rule for URLs, which are in no namespace";
        report({ path: place, message, fix: "write it into a ClusterRole" });
      }
      if (apiGroups.length + resources.length + resourceNames.length === 0) return;
      report({ path: place, message: "the rule is for resources and for URLs", fix: "write two rules" });
    });
    if (!isKind(object, "ClusterRole") || object.data.aggregationRule === undefined) return;
    if ((object.data.aggregationRule.clusterRoleSelectors ?? []).length > 0) return;
    const path = ["aggregationRule", "clusterRoleSelectors"];
    report({ path, message: "the aggregation rule selects nothing", fix: "write a selector, or remove the rule" });
  },
});
