import { expect, test } from "vitest";
import { podAnnotation } from "../../../src/checks/api-validity/pod-annotation.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { annotations: { "controller.kubernetes.io/pod-deletion-cost": "-10" } },
  { annotations: { "kubernetes.io/config.mirror": "a" }, spec: { nodeName: "node-1" } },
];

testTakenPods(podAnnotation, taken);

test("a cost that is not a number", () => {
  expect(
    judge(
      podAnnotation,
      podWith({ kind: "Deployment", annotations: { "controller.kubernetes.io/pod-deletion-cost": "+10" } }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"]: the cost "+10" is not a whole number of 32 bits; write a whole number",
    ]
  `);
});

test("a cost that is too large", () => {
  expect(judge(podAnnotation, podWith({ annotations: { "controller.kubernetes.io/pod-deletion-cost": "2147483648" } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web metadata.annotations["controller.kubernetes.io/pod-deletion-cost"]: the cost "2147483648" is not a whole number of 32 bits; write a whole number",
    ]
  `);
});

test("a mirror of no node's", () => {
  expect(judge(podAnnotation, podWith({ annotations: { "kubernetes.io/config.mirror": "a" } }))).toMatchInlineSnapshot(`
    [
      "error Pod default/web metadata.annotations["kubernetes.io/config.mirror"]: the pod says that it mirrors one of a node, and names no node; take the annotation out: only the kubelet writes it",
    ]
  `);
});
