import { expect, test } from "vitest";
import { pssSelinux } from "../../../src/checks/pod-security/pss-selinux.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-selinux"]!;

test("what the standard admits", () => {
  expect(judge(pssSelinux, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssSelinux, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/type spec.securityContext.seLinuxOptions.type: the pod sets the SELinux type spc_t; leave type out",
      "warning Pod default/user spec.containers[0].securityContext.seLinuxOptions.role: container main sets the SELinux role system_r; leave role out",
      "warning Pod default/user spec.containers[0].securityContext.seLinuxOptions.user: container main sets the SELinux user system_u; leave user out",
    ]
  `);
});
