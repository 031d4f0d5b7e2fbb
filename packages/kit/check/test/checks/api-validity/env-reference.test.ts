import { expect, test } from "vitest";
import { envReference } from "../../../src/checks/api-validity/env-reference.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      env: [
        { name: "A", valueFrom: { configMapKeyRef: { name: "a.b", key: ".c" } } },
        { name: "B", valueFrom: { secretKeyRef: { name: "a", key: "B_c.d" } } },
        { name: "C", valueFrom: { fileKeyRef: { volumeName: "files", path: "a/b", key: "C" } } },
      ],
      envFrom: [{ configMapRef: { name: "a-" } }],
    },
    spec: { volumes: [{ name: "files" }] },
  },
];

testTakenPods(envReference, taken);

test("names and keys that cannot exist", () => {
  expect(
    judge(
      envReference,
      podWith({
        container: {
          env: [
            { name: "A", valueFrom: { configMapKeyRef: { name: "A_B", key: "a b" } } },
            { name: "B", valueFrom: { secretKeyRef: { key: ".." } } },
            { name: "C", valueFrom: { secretKeyRef: { name: "a", key: "" } } },
          ],
          envFrom: [{ configMapRef: { name: "A" } }, { secretRef: {} }],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].envFrom[0].configMapRef.name: the ConfigMap's name "A" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the ConfigMap's name",
      "error Pod default/web spec.containers[0].envFrom[1].secretRef.name: the Secret's name is missing; write the Secret's name",
      "error Pod default/web spec.containers[0].env[0].valueFrom.configMapKeyRef.key: the key "a b" must consist of letters, digits, hyphens, underscores and dots; correct the key",
      "error Pod default/web spec.containers[0].env[0].valueFrom.configMapKeyRef.name: the ConfigMap's name "A_B" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the ConfigMap's name",
      "error Pod default/web spec.containers[0].env[1].valueFrom.secretKeyRef.key: the key ".." must not be a single dot, nor begin with two; correct the key",
      "error Pod default/web spec.containers[0].env[1].valueFrom.secretKeyRef.name: the Secret's name is missing; write the Secret's name",
      "error Pod default/web spec.containers[0].env[2].valueFrom.secretKeyRef.key: the key is empty; write the key",
    ]
  `);
});

test("files of no volume, and of one that is not an emptyDir", () => {
  expect(
    judge(
      envReference,
      podWith({
        container: {
          env: [
            { name: "A", valueFrom: { fileKeyRef: { volumeName: "files", path: "a/../b", key: "A=" } } },
            { name: "B", valueFrom: { fileKeyRef: { volumeName: "config", path: "a", key: "B" } } },
          ],
        },
        spec: { volumes: [{ name: "config", configMap: { name: "a" } }] },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].env[0].valueFrom.fileKeyRef.key: the key "A=" must consist of printable ASCII characters other than =; correct the key",
      "error Pod default/web spec.containers[0].env[0].valueFrom.fileKeyRef.path: the file's path "a/../b" must not contain ..; correct the file's path",
      "error Pod default/web spec.containers[0].env[0].valueFrom.fileKeyRef.volumeName: the pod has no volume "files"; name an emptyDir volume of the pod",
      "error Pod default/web spec.containers[0].env[1].valueFrom.fileKeyRef.volumeName: the volume "config" is not an emptyDir; name an emptyDir volume of the pod",
    ]
  `);
});
