import { pssHostPorts } from "../../../src/checks/pod-security/pss-host-ports.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssHostPorts, baseline, [
  "warning Pod default/one spec.containers[0].ports[1].hostPort: container main takes port 8080 of its node; leave hostPort out, and reach the pods through a Service",
]);
