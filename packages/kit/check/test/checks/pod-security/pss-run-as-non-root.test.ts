import { pssRunAsNonRoot } from "../../../src/checks/pod-security/pss-run-as-non-root.ts";
import { restricted } from "./restricted-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssRunAsNonRoot, restricted, [
  "warning Pod default/nobody spec.securityContext.runAsNonRoot: neither the pod nor init container init nor container main sets runAsNonRoot; set runAsNonRoot to true, in the pod's securityContext for all of its containers",
  "warning Pod default/one spec.securityContext.runAsNonRoot: neither the pod nor init container init sets runAsNonRoot; set runAsNonRoot to true, in the pod's securityContext for all of its containers",
  "warning Pod default/pod spec.securityContext.runAsNonRoot: the pod sets runAsNonRoot to false; set runAsNonRoot to true, in the pod's securityContext for all of its containers",
  "warning Pod default/container spec.containers[0].securityContext.runAsNonRoot: container main sets runAsNonRoot to false; set runAsNonRoot to true, in the pod's securityContext for all of its containers",
  "warning Pod default/user spec.securityContext.runAsNonRoot: neither the pod nor container main sets runAsNonRoot; set runAsNonRoot to true, in the pod's securityContext for all of its containers",
]);
