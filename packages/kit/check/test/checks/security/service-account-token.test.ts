import { expect, test } from "vitest";
import { serviceAccountToken } from "../../../src/checks/security/service-account-token.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const account = (rest: object = {}): object => object("v1", "ServiceAccount", "web", rest);
const bound = (kind: string, name: string, namespace?: string): object =>
  object("rbac.authorization.k8s.io/v1", kind, "web", {
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" },
    subjects: [{ kind: "ServiceAccount", name, namespace }],
  });
const web = workload({ pod: { serviceAccountName: "web" } });

test("nothing to find", () => {
  expect(judge(serviceAccountToken, documents(workload({ pod: { automountServiceAccountToken: false } })))).toEqual([]);
  expect(judge(serviceAccountToken, documents(workload({ pod: { automountServiceAccountToken: true } })))).toEqual([]);
  expect(judge(serviceAccountToken, documents(web, account({ automountServiceAccountToken: false })))).toEqual([]);
  // Its rights say that it asks.
  expect(judge(serviceAccountToken, documents(web, account(), bound("RoleBinding", "web")))).toEqual([]);
  expect(judge(serviceAccountToken, documents(web, account(), bound("ClusterRoleBinding", "web", "shop")))).toEqual([]);
  // What an account of elsewhere says is not known.
  expect(judge(serviceAccountToken, documents(web))).toEqual([]);
});

test("a token that nobody asked for", () => {
  expect(judge(serviceAccountToken, documents(workload(), web, account()))).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.automountServiceAccountToken: the pods have the token of ServiceAccount default, and nothing says that they need it; set automountServiceAccountToken to false, or to true where they ask the Kubernetes API",
      "warning Deployment shop/web spec.template.spec.automountServiceAccountToken: the pods have the token of ServiceAccount web, and nothing says that they need it; set automountServiceAccountToken to false, or to true where they ask the Kubernetes API",
    ]
  `);
});

test("rights of others", () => {
  expect(
    judge(
      serviceAccountToken,
      documents(web, account(), bound("RoleBinding", "api"), bound("ClusterRoleBinding", "web", "other")),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.automountServiceAccountToken: the pods have the token of ServiceAccount web, and nothing says that they need it; set automountServiceAccountToken to false, or to true where they ask the Kubernetes API",
    ]
  `);
});
