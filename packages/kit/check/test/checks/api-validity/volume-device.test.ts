import { expect, test } from "vitest";
import { volumeDevice } from "../../../src/checks/api-validity/volume-device.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: { volumeDevices: [{ name: "disk", devicePath: "/dev/disk" }] },
    spec: { volumes: [{ name: "disk", persistentVolumeClaim: { claimName: "disk" } }] },
  },
  {
    kind: "StatefulSet",
    container: { volumeDevices: [{ name: "data", devicePath: "/dev/disk" }] },
    workload: {
      volumeClaimTemplates: [
        {
          metadata: { name: "data" },
          spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
        },
      ],
    },
  },
];

testTakenPods(volumeDevice, taken);

test("volumes that are missing or no claims", () => {
  expect(
    judge(
      volumeDevice,
      podWith({
        container: {
          volumeDevices: [
            { name: "disk", devicePath: "/dev/a" },
            { name: "cache", devicePath: "/dev/b" },
          ],
        },
        spec: { volumes: [{ name: "cache", emptyDir: {} }] },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].volumeDevices[0].name: the volume "disk" is not one of the pod; name a volume with a claim, once",
      "error Pod default/web spec.containers[0].volumeDevices[1].name: the volume "cache" is not a claim, and cannot be a device; name a volume with a claim, once",
    ]
  `);
});

test("a path that leads back, and one volume twice", () => {
  expect(
    judge(
      volumeDevice,
      podWith({
        kind: "Deployment",
        container: {
          volumeDevices: [
            { name: "disk", devicePath: "/dev/../a" },
            { name: "disk", devicePath: "" },
          ],
        },
        spec: { volumes: [{ name: "disk", persistentVolumeClaim: { claimName: "disk" } }] },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].volumeDevices[0].devicePath: devicePath "/dev/../a" must not contain ..; correct devicePath",
      "error Deployment default/web spec.template.spec.containers[0].volumeDevices[1].devicePath: devicePath is empty; write devicePath",
      "error Deployment default/web spec.template.spec.containers[0].volumeDevices[1].name: the volume "disk" is a device of the container twice; name a volume with a claim, once",
    ]
  `);
});
