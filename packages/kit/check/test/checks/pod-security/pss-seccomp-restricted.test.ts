import { expect, test } from "vitest";
import { pssSeccompRestricted } from "../../../src/checks/pod-security/pss-seccomp-restricted.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { restricted } from "./restricted-pods.ts";

const { admitted, refused } = restricted["pss-seccomp-restricted"]!;

test("what the standard admits", () => {
  expect(judge(pssSeccompRestricted, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssSeccompRestricted, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/nobody spec.securityContext.seccompProfile: neither the pod nor init container init nor container main has a seccomp profile; set the pod's seccompProfile to { type: RuntimeDefault }",
      "warning Pod default/one spec.securityContext.seccompProfile: neither the pod nor init container init has a seccomp profile; set the pod's seccompProfile to { type: RuntimeDefault }",
    ]
  `);
});
