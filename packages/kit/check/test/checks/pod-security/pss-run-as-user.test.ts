import { expect, test } from "vitest";
import { pssRunAsUser } from "../../../src/checks/pod-security/pss-run-as-user.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { restricted } from "./restricted-pods.ts";

const { admitted, refused } = restricted["pss-run-as-user"]!;

test("what the standard admits", () => {
  expect(judge(pssRunAsUser, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssRunAsUser, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/pod spec.securityContext.runAsUser: the pod runs as user 0, which is root; name a user that is not 0, or leave runAsUser to the image",
      "warning Pod default/init spec.initContainers[0].securityContext.runAsUser: init container init runs as user 0, which is root; name a user that is not 0, or leave runAsUser to the image",
    ]
  `);
});
