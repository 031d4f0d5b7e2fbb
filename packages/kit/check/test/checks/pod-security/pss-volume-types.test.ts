import { expect, test } from "vitest";
import { pssVolumeTypes } from "../../../src/checks/pod-security/pss-volume-types.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { restricted } from "./restricted-pods.ts";

const { admitted, refused } = restricted["pss-volume-types"]!;

test("what the standard admits", () => {
  expect(judge(pssVolumeTypes, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssVolumeTypes, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/nfs spec.volumes[0].nfs: volume data is of the type nfs; describe it as a PersistentVolume, and use that by a persistentVolumeClaim",
      "warning Pod default/iscsi spec.volumes[0].iscsi: volume data is of the type iscsi; describe it as a PersistentVolume, and use that by a persistentVolumeClaim",
    ]
  `);
});
