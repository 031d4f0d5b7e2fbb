import { expect, test } from "vitest";
import { hostNamespace } from "../../../src/checks/api-validity/host-namespace.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { spec: { hostNetwork: true, hostPID: true, hostIPC: true } },
  { spec: { hostUsers: false, shareProcessNamespace: true } },
];

testTakenPods(hostNamespace, taken);

test("processes shared twice", () => {
  expect(judge(hostNamespace, podWith({ spec: { hostPID: true, shareProcessNamespace: true } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.shareProcessNamespace: shareProcessNamespace is set in a pod that shares the host's processes; leave it out",
    ]
  `);
});

test("users of its own beside the host's namespaces", () => {
  expect(
    judge(
      hostNamespace,
      podWith({ kind: "Deployment", spec: { hostUsers: false, hostNetwork: true, hostPID: true, hostIPC: true } }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.hostIPC: hostIPC is true in a pod that has users of its own; leave one of hostIPC and hostUsers out",
      "error Deployment default/web spec.template.spec.hostNetwork: hostNetwork is true in a pod that has users of its own; leave one of hostNetwork and hostUsers out",
      "error Deployment default/web spec.template.spec.hostPID: hostPID is true in a pod that has users of its own; leave one of hostPID and hostUsers out",
    ]
  `);
});

test("users of its own beside devices", () => {
  expect(
    judge(
      hostNamespace,
      podWith({
        container: { volumeDevices: [{ name: "disk", devicePath: "/dev/disk" }] },
        spec: { hostUsers: false, volumes: [{ name: "disk", persistentVolumeClaim: { claimName: "disk" } }] },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].volumeDevices: a container has devices in a pod that has users of its own; leave the devices out, or hostUsers",
    ]
  `);
});
