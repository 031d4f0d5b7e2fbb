import { objectCheck } from "../../define-check.ts";
import { givesAll } from "../../rbac.ts";

export const clusterAdminBinding = objectCheck({
  id: "cluster-admin-binding",
  group: "security",
  severity: "warning",
  title: "a binding gives every right",
  kinds: ["ClusterRoleBinding", "RoleBinding"],
  needs: ["objects"],
  run: ({ kind, namespace, data }, report, environment) => {
    const { kind: roleKind, name = "" } = data.roleRef ?? {};
    const role =
      roleKind === "Role"
        ? environment.find("Role", namespace, name)
        : environment.find("ClusterRole", undefined, name);
    const isAdmin = roleKind === "ClusterRole" && name === "cluster-admin";
    if (!isAdmin && role?.data.rules?.some(givesAll) !== true) return;
    const where = kind === "RoleBinding" ? "its namespace" : "the cluster";
    const subjects = (data.subjects ?? []).map((subject) => `${subject.kind} ${subject.name}`);
    const message = `${name} gives ${subjects.join(", ") || "its subjects"} every right in ${where}`;
    report({ path: ["roleRef"], message, fix: "bind a role with the rights that are needed" });
  },
});
