import { expect, test } from "vitest";
import { pssSysctls } from "../../../src/checks/pod-security/pss-sysctls.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-sysctls"]!;

test("what the standard admits", () => {
  expect(judge(pssSysctls, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssSysctls, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/unsafe spec.securityContext.sysctls[0].name: the pod sets kernel.msgmax, which is not one of the safe sysctls; set it on the nodes, or leave it out",
      "warning Pod default/safe-from-1-37 spec.securityContext.sysctls[0].name: the pod sets net.ipv4.tcp_slow_start_after_idle, which is not one of the safe sysctls; set it on the nodes, or leave it out",
    ]
  `);
});
