import { pssPrivileged } from "../../../src/checks/pod-security/pss-privileged.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssPrivileged, baseline, [
  "warning Pod default/container spec.containers[0].securityContext.privileged: container main is privileged; leave privileged out",
  "warning Pod default/init spec.initContainers[0].securityContext.privileged: init container init is privileged; leave privileged out",
]);
