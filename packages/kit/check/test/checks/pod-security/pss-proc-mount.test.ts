import { expect, test } from "vitest";
import { pssProcMount } from "../../../src/checks/pod-security/pss-proc-mount.ts";
import { judge } from "../../judge.ts";
import { baseline } from "./baseline-pods.ts";
import { manifestsOf } from "./pods.ts";
import { restricted } from "./restricted-pods.ts";

test("what the standard admits", () => {
  const { admitted } = baseline["pss-proc-mount"]!;
  const inUserNamespace = restricted["pss-proc-mount-restricted"]!;
  const pods = { ...admitted, ...inUserNamespace.admitted, ...inUserNamespace.refused };
  expect(judge(pssProcMount, manifestsOf(pods))).toEqual([]);
});

test("what it refuses", () => {
  const unmasked = manifestsOf({ unmasked: { context: { procMount: "Unmasked" } } });
  expect(judge(pssProcMount, unmasked)).toMatchInlineSnapshot(`
    [
      "warning Pod default/unmasked spec.containers[0].securityContext.procMount: container main has the procMount Unmasked; leave procMount out",
    ]
  `);
});
