import type { AccessRequest } from "@kit/kube";

type Data = Record<string, unknown>;

const group = "rbac.authorization.k8s.io";
const rbac = (kind: string, name: string, more: Data, namespace?: string, labels?: Data): Data => ({
  apiVersion: `${group}/v1`,
  kind,
  metadata: { name, ...(namespace === undefined ? {} : { namespace }), ...(labels && { labels }) },
  ...more,
});
const rule = (verbs: string[], apiGroups: string[], resources: string[], resourceNames?: string[]): Data => ({
  verbs,
  apiGroups,
  resources,
  ...(resourceNames && { resourceNames }),
});
const account = (name: string, namespace = "default"): Data => ({ kind: "ServiceAccount", name, namespace });
const roleRef = (kind: string, name: string): Data => ({ apiGroup: group, kind, name });

/** Roles and bindings of everything that RBAC knows. */
export const objects: readonly Data[] = [
  rbac("Role", "reader", { rules: [rule(["get", "list"], [""], ["pods", "pods/log"])] }, "default"),
  rbac("Role", "named", { rules: [rule(["get", "update"], [""], ["configmaps"], ["one", "two"])] }, "default"),
  rbac("ClusterRole", "core-all", { rules: [rule(["*"], [""], ["*"])] }),
  rbac("ClusterRole", "scales", { rules: [rule(["get", "update"], ["*"], ["*/scale"])] }),
  rbac("ClusterRole", "binder", {
    rules: [rule(["bind", "escalate"], [group], ["clusterroles"]), rule(["impersonate"], [""], ["users"])],
  }),
  rbac("ClusterRole", "urls", { rules: [{ verbs: ["get"], nonResourceURLs: ["/custom", "/metrics/*"] }] }),
  rbac("ClusterRole", "part", { rules: [rule(["watch"], ["apps"], ["deployments"])] }, undefined, { gathers: "yes" }),
  rbac("ClusterRole", "whole", {
    rules: [],
    aggregationRule: { clusterRoleSelectors: [{ matchLabels: { gathers: "yes" } }] },
  }),
  rbac(
    "RoleBinding",
    "reader",
    { roleRef: roleRef("Role", "reader"), subjects: [account("reader"), { kind: "User", name: "jane" }] },
    "default",
  ),
  rbac("RoleBinding", "named", { roleRef: roleRef("Role", "named"), subjects: [account("named")] }, "default"),
  rbac("RoleBinding", "core", { roleRef: roleRef("ClusterRole", "core-all"), subjects: [account("core")] }, "default"),
  rbac("RoleBinding", "urls", { roleRef: roleRef("ClusterRole", "urls"), subjects: [account("reader")] }, "default"),
  rbac("ClusterRoleBinding", "scales", { roleRef: roleRef("ClusterRole", "scales"), subjects: [account("scales")] }),
  rbac("ClusterRoleBinding", "binder", { roleRef: roleRef("ClusterRole", "binder"), subjects: [account("binder")] }),
  rbac("ClusterRoleBinding", "urls", { roleRef: roleRef("ClusterRole", "urls"), subjects: [account("urls")] }),
  rbac("ClusterRoleBinding", "whole", { roleRef: roleRef("ClusterRole", "whole"), subjects: [account("whole")] }),
  rbac("ClusterRoleBinding", "group", {
    roleRef: roleRef("ClusterRole", "part"),
    subjects: [{ kind: "Group", name: "system:serviceaccounts:other" }],
  }),
  rbac("ClusterRoleBinding", "admin", {
    roleRef: roleRef("ClusterRole", "cluster-admin"),
    subjects: [account("admin")],
  }),
];

export const subjects = [
  ...["reader", "named", "core", "scales", "binder", "urls", "whole", "admin", "nobody"].map((name) => ({
    kind: "ServiceAccount",
    name,
    namespace: "default",
  })),
  { kind: "ServiceAccount", name: "any", namespace: "other" },
  { kind: "User", name: "jane", namespace: undefined },
];

const verbs = ["get", "list", "update", "watch", "bind", "escalate", "impersonate"];
const targets = [
  ["", "pods"],
  ["", "pods/log"],
  ["", "pods/exec"],
  ["", "configmaps"],
  ["", "users"],
  ["apps", "deployments"],
  ["apps", "deployments/scale"],
  [group, "clusterroles"],
] as const;

export const requests: readonly AccessRequest[] = [
  ...verbs.flatMap((verb) =>
    targets.flatMap(([of, resource]) =>
      [undefined, "default", "other"].map((namespace): AccessRequest => ({
        verb,
        group: of,
        resource,
        namespace,
        name: "one",
      })),
    ),
  ),
  { verb: "get", group: "", resource: "configmaps", namespace: "default", name: "three" },
  { verb: "list", group: "", resource: "configmaps", namespace: "default" },
  ...["/custom", "/metrics", "/metrics/a", "/version2"].map((url): AccessRequest => ({ verb: "get", url })),
  { verb: "post", url: "/custom" },
];
