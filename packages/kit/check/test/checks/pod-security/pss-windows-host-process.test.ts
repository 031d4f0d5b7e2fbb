import { pssWindowsHostProcess } from "../../../src/checks/pod-security/pss-windows-host-process.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssWindowsHostProcess, baseline, [
  "warning Pod default/pod spec.securityContext.windowsOptions.hostProcess: the pod runs as a process of its node; leave hostProcess out",
  "warning Pod default/container spec.containers[0].securityContext.windowsOptions.hostProcess: container main runs as a process of its node; leave hostProcess out",
]);
