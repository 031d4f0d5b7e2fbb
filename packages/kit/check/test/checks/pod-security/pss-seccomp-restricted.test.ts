import { pssSeccompRestricted } from "../../../src/checks/pod-security/pss-seccomp-restricted.ts";
import { restricted } from "./restricted-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssSeccompRestricted, restricted, [
  "warning Pod default/nobody spec.securityContext.seccompProfile: neither the pod nor init container init nor container main has a seccomp profile; set the pod's seccompProfile to { type: RuntimeDefault }",
  "warning Pod default/one spec.securityContext.seccompProfile: neither the pod nor init container init has a seccomp profile; set the pod's seccompProfile to { type: RuntimeDefault }",
]);
