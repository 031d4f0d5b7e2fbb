import { expect, test } from "vitest";
import { pssWindowsHostProcess } from "../../../src/checks/pod-security/pss-windows-host-process.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-windows-host-process"]!;

test("what the standard admits", () => {
  expect(judge(pssWindowsHostProcess, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssWindowsHostProcess, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/pod spec.securityContext.windowsOptions.hostProcess: the pod runs as a process of its node; leave hostProcess out",
      "warning Pod default/container spec.containers[0].securityContext.windowsOptions.hostProcess: container main runs as a process of its node; leave hostProcess out",
    ]
  `);
});
