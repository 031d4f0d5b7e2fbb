import { pssCapabilitiesRestricted } from "../../../src/checks/pod-security/pss-capabilities-restricted.ts";
import { restricted } from "./restricted-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssCapabilitiesRestricted, restricted, [
  'warning Pod default/kept spec.containers[0].securityContext.capabilities.drop: container main does not drop ALL capabilities; set drop to ["ALL"]',
  'warning Pod default/some spec.initContainers[0].securityContext.capabilities.drop: init container init does not drop ALL capabilities; set drop to ["ALL"]',
  "warning Pod default/added spec.containers[0].securityContext.capabilities.add[0]: container main adds the capability CHOWN; remove it: NET_BIND_SERVICE is the only one that may be added",
]);
