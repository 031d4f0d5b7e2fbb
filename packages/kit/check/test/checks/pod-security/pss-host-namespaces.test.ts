import { pssHostNamespaces } from "../../../src/checks/pod-security/pss-host-namespaces.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssHostNamespaces, baseline, [
  "warning Pod default/all spec.hostIPC: hostIPC is true: the pod shares a namespace of its node; leave hostIPC out",
  "warning Pod default/all spec.hostNetwork: hostNetwork is true: the pod shares a namespace of its node; leave hostNetwork out",
  "warning Pod default/all spec.hostPID: hostPID is true: the pod shares a namespace of its node; leave hostPID out",
  "warning Pod default/one spec.hostPID: hostPID is true: the pod shares a namespace of its node; leave hostPID out",
]);
