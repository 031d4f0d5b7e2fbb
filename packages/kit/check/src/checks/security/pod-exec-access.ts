import { ruleCheck, verbsOn } from "../../rbac.ts";

const places = ["pods/exec", "pods/attach", "pods/ephemeralcontainers", "nodes/proxy"];

export const podExecAccess = ruleCheck({
  id: "pod-exec-access",
  title: "a role gets into running containers",
  run: (rule) => {
    const found = places.filter((place) => verbsOn(rule, "", place, ["create", "get", "update", "patch"]).length > 0);
    if (found.length === 0) return undefined;
    const message = `the rule gets into running containers by ${found.join(", ")}`;
    return { message, fix: "leave it out; give it to people, for a time" };
  },
});
