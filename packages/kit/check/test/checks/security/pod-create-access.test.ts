import { expect, test } from "vitest";
import { podCreateAccess } from "../../../src/checks/security/pod-create-access.ts";
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
    judge(podCreateAccess, documents(role(rule("", "pods", "get", "list"), rule("apps", "deployments", "create")))),
  ).toEqual([]);
});

test("create", () => {
  expect(judge(podCreateAccess, documents(role(rule("", "pods", "create"), rule("", "pods", "*")))))
    .toMatchInlineSnapshot(`
    [
      "warning Role shop/web rules[0]: the rule creates Pods: who may, reads every Secret and uses every ServiceAccount there; let a controller create them, or give this in a namespace of its own",
      "warning Role shop/web rules[1]: the rule creates Pods: who may, reads every Secret and uses every ServiceAccount there; let a controller create them, or give this in a namespace of its own",
    ]
  `);
});
