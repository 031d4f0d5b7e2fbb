import { pssPrivilegeEscalation } from "../../../src/checks/pod-security/pss-privilege-escalation.ts";
import { restricted } from "./restricted-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssPrivilegeEscalation, restricted, [
  "warning Pod default/true spec.containers[0].securityContext.allowPrivilegeEscalation: container main allows privilege escalation; set allowPrivilegeEscalation to false",
  "warning Pod default/unset spec.initContainers[0].securityContext.allowPrivilegeEscalation: init container init does not forbid privilege escalation; set allowPrivilegeEscalation to false",
]);
