import { expect, test } from "vitest";
import { pssProbeHosts } from "../../../src/checks/pod-security/pss-probe-hosts.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-probe-hosts"]!;

test("what the standard admits", () => {
  expect(judge(pssProbeHosts, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssProbeHosts, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/probes spec.containers[0].livenessProbe.httpGet.host: livenessProbe makes the kubelet ask the host 10.0.0.1; leave host out: then the pod itself is asked",
      "warning Pod default/probes spec.containers[0].readinessProbe.tcpSocket.host: readinessProbe makes the kubelet ask the host other; leave host out: then the pod itself is asked",
      "warning Pod default/probes spec.containers[0].startupProbe.httpGet.host: startupProbe makes the kubelet ask the host 127.0.0.1; leave host out: then the pod itself is asked",
      "warning Pod default/hooks spec.containers[0].lifecycle.postStart.httpGet.host: postStart makes the kubelet ask the host 10.0.0.2; leave host out: then the pod itself is asked",
      "warning Pod default/hooks spec.containers[0].lifecycle.preStop.httpGet.host: preStop makes the kubelet ask the host 10.0.0.3; leave host out: then the pod itself is asked",
    ]
  `);
});
