import { pssSelinux } from "../../../src/checks/pod-security/pss-selinux.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssSelinux, baseline, [
  "warning Pod default/type spec.securityContext.seLinuxOptions.type: the pod sets the SELinux type spc_t; leave type out",
  "warning Pod default/user spec.containers[0].securityContext.seLinuxOptions.role: container main sets the SELinux role system_r; leave role out",
  "warning Pod default/user spec.containers[0].securityContext.seLinuxOptions.user: container main sets the SELinux user system_u; leave user out",
]);
