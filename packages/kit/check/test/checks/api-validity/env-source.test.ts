import { expect, test } from "vitest";
import { envSource } from "../../../src/checks/api-validity/env-source.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      env: [{ name: "A" }, { name: "B", value: "", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }],
      envFrom: [{ secretRef: { name: "a" } }],
    },
  },
];

testTakenPods(envSource, taken);

test("no source", () => {
  expect(judge(envSource, podWith({ container: { env: [{ name: "A", valueFrom: {} }], envFrom: [{ prefix: "A" }] } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].envFrom[0]: envFrom names no source; write one of configMapRef, secretRef",
      "error Pod default/web spec.containers[0].env[0].valueFrom: valueFrom names no source; write one of fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef",
    ]
  `);
});

test("two sources, and a value beside one", () => {
  expect(
    judge(
      envSource,
      podWith({
        container: {
          env: [
            { name: "A", value: "a", valueFrom: { secretKeyRef: { name: "a", key: "a" } } },
            {
              name: "B",
              valueFrom: { secretKeyRef: { name: "a", key: "a" }, configMapKeyRef: { name: "a", key: "a" } },
            },
          ],
          envFrom: [{ configMapRef: { name: "a" }, secretRef: { name: "a" } }],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].envFrom[0]: the entry names configMapRef and secretRef; write an entry for each of them",
      "error Pod default/web spec.containers[0].env[0].valueFrom: the variable has a value and secretKeyRef too; leave one of value and valueFrom out",
      "error Pod default/web spec.containers[0].env[1].valueFrom: valueFrom names configMapKeyRef and secretKeyRef; keep one of them",
    ]
  `);
});
