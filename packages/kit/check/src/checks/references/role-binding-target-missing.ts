import { isOfServer } from "@kit/kube";
import { objectCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { orNearest } from "../../suggest.ts";

// A ClusterRole may be the cluster's own; a Role is in the namespace of its binding.
export const roleBindingTargetMissing = objectCheck({
  id: "role-binding-target-missing",
  group: "references",
  severity: "error",
  title: "a RoleBinding grants a Role that does not exist",
  kinds: ["RoleBinding"],
  needs: ["objects"],
  run: ({ data, namespace = "default" }, report, environment) => {
    const { kind, name } = data.roleRef ?? {};
    if (kind !== "Role" || name === undefined || isOfServer(kind, namespace, name)) return;
    if (environment.find("Role", namespace, name) !== undefined) return;
    const known = environment
      .of("Role")
      .filter((role) => role.namespace === namespace)
      .map((role) => role.name);
    const said = {
      message: `it grants the Role ${name}, which does not exist in the namespace ${namespace}`,
      fix: orNearest(name, known, "add the Role"),
      path: ["roleRef", "name"],
    };
    report(saidOfMissing(environment, { kind, namespace }, said));
  },
});
