import { pssSeccomp } from "../../../src/checks/pod-security/pss-seccomp.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssSeccomp, baseline, [
  "warning Pod default/pod spec.securityContext.seccompProfile.type: the pod has the seccomp profile Unconfined; set it to RuntimeDefault",
  "warning Pod default/unconfined spec.containers[0].securityContext.seccompProfile.type: container main has the seccomp profile Unconfined; set it to RuntimeDefault",
]);
