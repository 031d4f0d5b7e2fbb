import { pssCapabilities } from "../../../src/checks/pod-security/pss-capabilities.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssCapabilities, baseline, [
  "warning Pod default/admin spec.containers[0].securityContext.capabilities.add[1]: container main adds the capability SYS_ADMIN; remove it",
  "warning Pod default/prefixed spec.initContainers[0].securityContext.capabilities.add[0]: init container init adds the capability CAP_CHOWN; remove it",
]);
