import { pssProbeHosts } from "../../../src/checks/pod-security/pss-probe-hosts.ts";
import { baseline } from "./baseline-pods.ts";
import { testStandard } from "./test-standard.ts";

testStandard(pssProbeHosts, baseline, [
  "warning Pod default/probes spec.containers[0].livenessProbe.httpGet.host: livenessProbe makes the kubelet ask the host 10.0.0.1; leave host out: then the pod itself is asked",
  "warning Pod default/probes spec.containers[0].readinessProbe.tcpSocket.host: readinessProbe makes the kubelet ask the host other; leave host out: then the pod itself is asked",
  "warning Pod default/probes spec.containers[0].startupProbe.httpGet.host: startupProbe makes the kubelet ask the host 127.0.0.1; leave host out: then the pod itself is asked",
  "warning Pod default/hooks spec.containers[0].lifecycle.postStart.httpGet.host: postStart makes the kubelet ask the host 10.0.0.2; leave host out: then the pod itself is asked",
  "warning Pod default/hooks spec.containers[0].lifecycle.preStop.httpGet.host: preStop makes the kubelet ask the host 10.0.0.3; leave host out: then the pod itself is asked",
]);
