import { expect, test } from "vitest";
import { pssProcMountRestricted } from "../../../src/checks/pod-security/pss-proc-mount-restricted.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { restricted } from "./restricted-pods.ts";

const { admitted, refused } = restricted["pss-proc-mount-restricted"]!;

test("what the standard admits", () => {
  expect(judge(pssProcMountRestricted, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssProcMountRestricted, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/unmasked spec.containers[0].securityContext.procMount: container main has the procMount Unmasked; leave procMount out",
    ]
  `);
});
