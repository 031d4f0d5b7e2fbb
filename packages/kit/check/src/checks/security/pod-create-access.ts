import { ruleCheck, verbsOn } from "../../rbac.ts";

export const podCreateAccess = ruleCheck({
  id: "pod-create-access",
  title: "a role creates Pods, and so reads every Secret and has every ServiceAccount of the namespace",
  run: (rule) => {
    if (verbsOn(rule, "", "pods", ["create"]).length === 0) return undefined;
    const message = "the rule creates Pods: who may, reads every Secret and uses every ServiceAccount there";
    return { message, fix: "let a controller create them, or give this in a namespace of its own" };
  },
});
