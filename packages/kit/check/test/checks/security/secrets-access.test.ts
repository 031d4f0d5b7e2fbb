import { expect, test } from "vitest";
import { secretsAccess } from "../../../src/checks/security/secrets-access.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const role = (...rules: readonly object[]): object => object("rbac.authorization.k8s.io/v1", "Role", "web", { rules });
const rule = (apiGroup: string, resource: string, ...verbs: readonly string[]): object => ({
  apiGroups: [apiGroup],
  resources: [resource],
  verbs,
});

test("nothing to find", () => {
  expect(judge(secretsAccess, documents(role({ ...rule("", "secrets", "get"), resourceNames: ["web"] })))).toEqual([]);
  expect(
    judge(
      secretsAccess,
      documents(role(rule("", "secrets", "create"), rule("apps", "secrets", "get"), rule("", "configmaps", "get"))),
    ),
  ).toEqual([]);
  // That is found by another check.
  expect(judge(secretsAccess, documents(role(rule("", "*", "get"))))).toEqual([]);
});

test("every Secret", () => {
  expect(judge(secretsAccess, documents(role(rule("", "secrets", "get", "list"), rule("*", "secrets", "*")))))
    .toMatchInlineSnapshot(`
    [
      "warning Role shop/web rules[0]: the rule reads every Secret (get, list); name the Secrets in resourceNames, and give get alone",
      "warning Role shop/web rules[1]: the rule reads every Secret (*); name the Secrets in resourceNames, and give get alone",
    ]
  `);
});
