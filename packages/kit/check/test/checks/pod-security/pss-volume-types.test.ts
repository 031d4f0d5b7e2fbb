import { pssVolumeTypes } from "../../../src/checks/pod-security/pss-volume-types.ts";
import { restricted } from "./restricted-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssVolumeTypes, restricted, [
  "warning Pod default/nfs spec.volumes[0].nfs: volume data is of the type nfs; describe it as a PersistentVolume, and use that by a persistentVolumeClaim",
  "warning Pod default/iscsi spec.volumes[0].iscsi: volume data is of the type iscsi; describe it as a PersistentVolume, and use that by a persistentVolumeClaim",
]);
