import { pssProcMountRestricted } from "../../../src/checks/pod-security/pss-proc-mount-restricted.ts";
import { restricted } from "./restricted-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssProcMountRestricted, restricted, [
  "warning Pod default/unmasked spec.containers[0].securityContext.procMount: container main has the procMount Unmasked; leave procMount out",
]);
