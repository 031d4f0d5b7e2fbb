import { expect, test } from "vitest";
import { podExecAccess } from "../../../src/checks/security/pod-exec-access.ts";
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
      podExecAccess,
      documents(role(rule("", "pods", "get"), rule("", "pods/log", "get"), rule("", "pods/exec", "list"))),
    ),
  ).toEqual([]);
});

test("into containers", () => {
  expect(
    judge(
      podExecAccess,
      documents(
        role(rule("", "pods/exec", "create"), {
          ...rule("", "nodes/proxy", "get"),
          resources: ["nodes/proxy", "pods/attach"],
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Role shop/web rules[0]: the rule gets into running containers by pods/exec; leave it out; give it to people, for a time",
      "warning Role shop/web rules[1]: the rule gets into running containers by pods/attach, nodes/proxy; leave it out; give it to people, for a time",
    ]
  `);
});
