import { pssSysctls } from "../../../src/checks/pod-security/pss-sysctls.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssSysctls, baseline, [
  "warning Pod default/unsafe spec.securityContext.sysctls[0].name: the pod sets kernel.msgmax, which is not one of the safe sysctls; set it on the nodes, or leave it out",
  "warning Pod default/safe-from-1-37 spec.securityContext.sysctls[0].name: the pod sets net.ipv4.tcp_slow_start_after_idle, which is not one of the safe sysctls; set it on the nodes, or leave it out",
]);
