import { expect, test } from "vitest";
import { pssHostNamespaces } from "../../../src/checks/pod-security/pss-host-namespaces.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-host-namespaces"]!;

test("what the standard admits", () => {
  expect(judge(pssHostNamespaces, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssHostNamespaces, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/all spec.hostIPC: hostIPC is true: the pod shares a namespace of its node; leave hostIPC out",
      "warning Pod default/all spec.hostNetwork: hostNetwork is true: the pod shares a namespace of its node; leave hostNetwork out",
      "warning Pod default/all spec.hostPID: hostPID is true: the pod shares a namespace of its node; leave hostPID out",
      "warning Pod default/one spec.hostPID: hostPID is true: the pod shares a namespace of its node; leave hostPID out",
    ]
  `);
});
