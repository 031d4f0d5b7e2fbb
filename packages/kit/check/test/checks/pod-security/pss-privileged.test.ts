import { expect, test } from "vitest";
import { pssPrivileged } from "../../../src/checks/pod-security/pss-privileged.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-privileged"]!;

test("what the standard admits", () => {
  expect(judge(pssPrivileged, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssPrivileged, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/container spec.containers[0].securityContext.privileged: container main is privileged; leave privileged out",
      "warning Pod default/init spec.initContainers[0].securityContext.privileged: init container init is privileged; leave privileged out",
    ]
  `);
});
