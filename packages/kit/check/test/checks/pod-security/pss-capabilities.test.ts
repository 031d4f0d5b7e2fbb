import { expect, test } from "vitest";
import { pssCapabilities } from "../../../src/checks/pod-security/pss-capabilities.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-capabilities"]!;

test("what the standard admits", () => {
  expect(judge(pssCapabilities, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssCapabilities, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/admin spec.containers[0].securityContext.capabilities.add[1]: container main adds the capability SYS_ADMIN; remove it",
      "warning Pod default/prefixed spec.initContainers[0].securityContext.capabilities.add[0]: init container init adds the capability CAP_CHOWN; remove it",
    ]
  `);
});
