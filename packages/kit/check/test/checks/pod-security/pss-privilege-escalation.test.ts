import { expect, test } from "vitest";
import { pssPrivilegeEscalation } from "../../../src/checks/pod-security/pss-privilege-escalation.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { restricted } from "./restricted-pods.ts";

const { admitted, refused } = restricted["pss-privilege-escalation"]!;

test("what the standard admits", () => {
  expect(judge(pssPrivilegeEscalation, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssPrivilegeEscalation, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/true spec.containers[0].securityContext.allowPrivilegeEscalation: container main allows privilege escalation; set allowPrivilegeEscalation to false",
      "warning Pod default/unset spec.initContainers[0].securityContext.allowPrivilegeEscalation: init container init does not forbid privilege escalation; set allowPrivilegeEscalation to false",
    ]
  `);
});
