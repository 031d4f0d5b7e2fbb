import { expect, test } from "vitest";
import { rbacEscalation } from "../../../src/checks/security/rbac-escalation.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const role = (...rules: readonly object[]): object => object("rbac.authorization.k8s.io/v1", "Role", "web", { rules });
const rule = (apiGroup: string, resource: string, ...verbs: readonly string[]): object => ({
  apiGroups: [apiGroup],
  resources: [resource],
  verbs,
});

test("nothing to find", () => {
  expect(
    judge(
      rbacEscalation,
      documents(
        role(
          rule("rbac.authorization.k8s.io", "roles", "get"),
          rule("certificates.k8s.io", "certificatesigningrequests", "create"),
        ),
      ),
    ),
  ).toEqual([]);
  // It names what it may bind.
  expect(
    judge(
      rbacEscalation,
      documents(role({ ...rule("rbac.authorization.k8s.io", "clusterroles", "bind"), resourceNames: ["view"] })),
    ),
  ).toEqual([]);
});

test("more than it names", () => {
  expect(
    judge(
      rbacEscalation,
      documents(
        role(
          rule("rbac.authorization.k8s.io", "clusterroles", "bind", "escalate"),
          rule("", "users", "impersonate"),
          rule("", "serviceaccounts/token", "create"),
          rule("admissionregistration.k8s.io", "mutatingwebhookconfigurations", "patch"),
        ),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Role shop/web rules[0]: the rule may get rights that it does not name: bind, escalate; leave it out, or name in resourceNames what it is for",
      "warning Role shop/web rules[1]: the rule may get rights that it does not name: impersonate; leave it out, or name in resourceNames what it is for",
      "warning Role shop/web rules[2]: the rule may get rights that it does not name: serviceaccounts/token; leave it out, or name in resourceNames what it is for",
      "warning Role shop/web rules[3]: the rule may get rights that it does not name: mutatingwebhookconfigurations; leave it out, or name in resourceNames what it is for",
    ]
  `);
});
