import { expect, test } from "vitest";
import { defaultServiceAccount } from "../../../src/checks/security/default-service-account.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const bound = (kind: string, name: string, namespace?: string): object =>
  object("rbac.authorization.k8s.io/v1", kind, "web", {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
    subjects: [{ kind: "ServiceAccount", name, namespace }],
  });

test("nothing to find", () => {
  expect(judge(defaultServiceAccount, documents(workload()))).toEqual([]);
  expect(
    judge(
      defaultServiceAccount,
      documents(
        workload({ pod: { automountServiceAccountToken: true, serviceAccountName: "web" } }),
        bound("RoleBinding", "web"),
      ),
    ),
  ).toEqual([]);
});

test("its token, and its rights", () => {
  expect(
    judge(
      defaultServiceAccount,
      documents(
        workload({ pod: { automountServiceAccountToken: true } }),
        bound("RoleBinding", "default"),
        bound("ClusterRoleBinding", "default", "shop"),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.serviceAccountName: the pods use the token of ServiceAccount default, which others of the namespace have too; make a ServiceAccount of its own for what needs rights",
      "info RoleBinding shop/web subjects[0]: it gives rights to ServiceAccount default: every pod of the namespace has them; make a ServiceAccount of its own for what needs rights",
      "info ClusterRoleBinding web subjects[0]: it gives rights to ServiceAccount default: every pod of the namespace has them; make a ServiceAccount of its own for what needs rights",
    ]
  `);
});
