import { expect, test } from "vitest";
import { pssSeccomp } from "../../../src/checks/pod-security/pss-seccomp.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-seccomp"]!;

test("what the standard admits", () => {
  expect(judge(pssSeccomp, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssSeccomp, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/pod spec.securityContext.seccompProfile.type: the pod has the seccomp profile Unconfined; set it to RuntimeDefault",
      "warning Pod default/unconfined spec.containers[0].securityContext.seccompProfile.type: container main has the seccomp profile Unconfined; set it to RuntimeDefault",
    ]
  `);
});
