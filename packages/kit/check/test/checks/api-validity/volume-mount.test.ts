import { expect, test } from "vitest";
import { volumeMount } from "../../../src/checks/api-validity/volume-mount.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      volumeMounts: [
        { name: "a", mountPath: "relative", subPath: "a/b" },
        { name: "a", mountPath: "/b", readOnly: true, recursiveReadOnly: "Enabled", mountPropagation: "None" },
      ],
    },
    spec: { volumes: [{ name: "a" }] },
  },
  {
    container: {
      securityContext: { privileged: true },
      volumeMounts: [{ name: "a", mountPath: "/a", mountPropagation: "Bidirectional" }],
    },
    spec: { volumes: [{ name: "a" }] },
  },
  {
    kind: "StatefulSet",
    container: { volumeMounts: [{ name: "data", mountPath: "/data" }] },
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

testTakenPods(volumeMount, taken);

test("volumes that the pod does not have", () => {
  expect(
    judge(
      volumeMount,
      podWith({
        kind: "Deployment",
        container: {
          volumeMounts: [
            { name: "data", mountPath: "/data" },
            { name: "", mountPath: "/a" },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].volumeMounts[0].name: the pod has no volume "data"; add the volume to the pod, or name one of its volumes",
      "error Deployment default/web spec.template.spec.containers[0].volumeMounts[1].name: the volume's name is empty; write the volume's name",
    ]
  `);
});

test("paths that lead elsewhere, or are two", () => {
  expect(
    judge(
      volumeMount,
      podWith({
        container: {
          volumeMounts: [
            { name: "a", mountPath: "/a", subPath: "/b" },
            { name: "a", mountPath: "/b", subPath: "a", subPathExpr: "../$(B)" },
            { name: "a", mountPath: "" },
          ],
        },
        spec: { volumes: [{ name: "a" }] },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].volumeMounts[0].subPath: subPath "/b" must be a relative path; correct subPath",
      "error Pod default/web spec.containers[0].volumeMounts[1].subPathExpr: subPathExpr "../$(B)" must not contain ..; correct subPathExpr",
      "error Pod default/web spec.containers[0].volumeMounts[1].subPathExpr: the mount has subPath and subPathExpr; keep one of them",
      "error Pod default/web spec.containers[0].volumeMounts[2].mountPath: mountPath is empty; write mountPath",
    ]
  `);
});

test("ways that exclude one another", () => {
  expect(
    judge(
      volumeMount,
      podWith({
        container: {
          volumeMounts: [
            { name: "a", mountPath: "/a", mountPropagation: "Bidirectional" },
            { name: "a", mountPath: "/b", recursiveReadOnly: "Enabled", mountPropagation: "HostToContainer" },
            { name: "a", mountPath: "/c", recursiveReadOnly: "Yes" },
          ],
        },
        spec: { volumes: [{ name: "a" }] },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].volumeMounts[0].mountPropagation: mountPropagation is Bidirectional in a container that is not privileged; write HostToContainer or None",
      "error Pod default/web spec.containers[0].volumeMounts[1].recursiveReadOnly: recursiveReadOnly is Enabled and mountPropagation HostToContainer; leave one of them out",
      "error Pod default/web spec.containers[0].volumeMounts[1].recursiveReadOnly: recursiveReadOnly is Enabled in a mount that is not read-only; set readOnly to true too",
      "error Pod default/web spec.containers[0].volumeMounts[2].recursiveReadOnly: recursiveReadOnly "Yes" is not one of Disabled, IfPossible, Enabled; write one of Disabled, IfPossible, Enabled",
    ]
  `);
});

test("a volume and a path that are a device too", () => {
  expect(
    judge(
      volumeMount,
      podWith({
        container: {
          volumeMounts: [{ name: "disk", mountPath: "/disk" }],
          volumeDevices: [{ name: "disk", devicePath: "/disk" }],
        },
        spec: { volumes: [{ name: "disk", persistentVolumeClaim: { claimName: "disk" } }] },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].volumeMounts[0].mountPath: a device of the container is at "/disk" too; give each a path of its own",
      "error Pod default/web spec.containers[0].volumeMounts[0].name: the volume "disk" is a device of the container too; use it as a file system or as a device",
    ]
  `);
});
