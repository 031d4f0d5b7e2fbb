import { expect, test } from "vitest";
import { clusterAdminBinding } from "../../../src/checks/security/cluster-admin-binding.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const rbac = (kind: string, name: string, rest: object): object =>
  object("rbac.authorization.k8s.io/v1", kind, name, rest);
const binding = (kind: string, roleKind: string, name: string): object =>
  rbac(kind, "web", {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: roleKind, name },
    subjects: [{ kind: "User", name: "jane" }],
  });
const all = { rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }] };

test("nothing to find", () => {
  expect(judge(clusterAdminBinding, documents(binding("ClusterRoleBinding", "ClusterRole", "view")))).toEqual([]);
  expect(judge(clusterAdminBinding, documents(binding("RoleBinding", "Role", "cluster-admin")))).toEqual([]);
  expect(
    judge(
      clusterAdminBinding,
      documents(
        binding("RoleBinding", "Role", "web"),
        rbac("Role", "web", { rules: [{ apiGroups: [""], resources: ["*"], verbs: ["*"] }] }),
      ),
    ),
  ).toEqual([]);
});

test("in the cluster, and in one namespace", () => {
  expect(
    judge(
      clusterAdminBinding,
      documents(
        binding("ClusterRoleBinding", "ClusterRole", "cluster-admin"),
        binding("RoleBinding", "ClusterRole", "cluster-admin"),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning ClusterRoleBinding web roleRef: cluster-admin gives User jane every right in the cluster; bind a role with the rights that are needed",
      "warning RoleBinding shop/web roleRef: cluster-admin gives User jane every right in its namespace; bind a role with the rights that are needed",
    ]
  `);
});

test("by a role of its own", () => {
  expect(
    judge(
      clusterAdminBinding,
      documents(
        binding("ClusterRoleBinding", "ClusterRole", "all"),
        { ...rbac("ClusterRole", "all", all), metadata: { name: "all" } },
        binding("RoleBinding", "Role", "all"),
        rbac("Role", "all", all),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning ClusterRoleBinding web roleRef: all gives User jane every right in the cluster; bind a role with the rights that are needed",
      "warning RoleBinding shop/web roleRef: all gives User jane every right in its namespace; bind a role with the rights that are needed",
    ]
  `);
});
