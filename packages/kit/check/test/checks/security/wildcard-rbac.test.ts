import { expect, test } from "vitest";
import { wildcardRbac } from "../../../src/checks/security/wildcard-rbac.ts";
import { judge } from "../../judge.ts";
import { documents, object } from "../../manifests.ts";

const role = (...rules: readonly object[]): object => object("rbac.authorization.k8s.io/v1", "Role", "web", { rules });
const rule = (apiGroup: string, resource: string, ...verbs: readonly string[]): object => ({
  apiGroups: [apiGroup],
  resources: [resource],
  verbs,
});

test("nothing to find", () => {
  expect(judge(wildcardRbac, documents(role(rule("", "pods", "get")), role()))).toEqual([]);
  expect(judge(wildcardRbac, documents({ ...role(), rules: undefined }))).toEqual([]);
});

test("by *", () => {
  expect(judge(wildcardRbac, documents(role(rule("", "pods", "get"), rule("", "pods", "*"), rule("*", "*", "get")))))
    .toMatchInlineSnapshot(`
    [
      "warning Role shop/web rules[1]: the rule gives rights by * in verbs, also those that do not exist yet; name what is needed",
      "warning Role shop/web rules[2]: the rule gives rights by * in apiGroups, resources, also those that do not exist yet; name what is needed",
    ]
  `);
});
