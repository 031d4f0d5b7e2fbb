import { pssHostPath } from "../../../src/checks/pod-security/pss-host-path.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssHostPath, baseline, [
  "warning Pod default/logs spec.volumes[0].hostPath: volume logs is the node's /var/log; use a persistentVolumeClaim, an emptyDir or a ConfigMap",
]);
