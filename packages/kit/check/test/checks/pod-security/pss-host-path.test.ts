import { expect, test } from "vitest";
import { pssHostPath } from "../../../src/checks/pod-security/pss-host-path.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-host-path"]!;

test("what the standard admits", () => {
  expect(judge(pssHostPath, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssHostPath, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/logs spec.volumes[0].hostPath: volume logs is the node's /var/log; use a persistentVolumeClaim, an emptyDir or a ConfigMap",
    ]
  `);
});
