import { expect, test } from "vitest";
import { resourceName } from "../../../src/checks/api-validity/resource-name.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      resources: {
        limits: {
          cpu: 1,
          "ephemeral-storage": "1Gi",
          "hugepages-1Gi": "1Gi",
          "nvidia.com/gpu": 1,
          "kubernetes.io/batteries": 1,
        },
      },
    },
  },
];

testTakenPods(resourceName, taken);

test("names that are invalid", () => {
  expect(
    judge(
      resourceName,
      podWith({
        container: { resources: { limits: { storage: "1Gi", gpu: 1, "a b": 1, "requests.example.com/a": 1 } } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].resources.limits.gpu: the resource "gpu" is not one of cpu, memory, ephemeral-storage, hugepages-<size>, and has no domain such as example.com/; correct the resource's name",
      "error Pod default/web spec.containers[0].resources.limits.storage: the resource "storage" is not one of cpu, memory, ephemeral-storage, hugepages-<size>, and has no domain such as example.com/; correct the resource's name",
      "error Pod default/web spec.containers[0].resources.limits["a b"]: the resource "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the resource's name",
      "error Pod default/web spec.containers[0].resources.limits["requests.example.com/a"]: the resource "requests.example.com/a" must not begin with requests.; correct the resource's name",
    ]
  `);
});

test("what a pod as a whole cannot ask for", () => {
  expect(
    judge(
      resourceName,
      podWith({ kind: "Deployment", spec: { resources: { limits: { "nvidia.com/gpu": 1 } }, overhead: { pods: 1 } } }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.overhead.pods: the resource "pods" is not one of cpu, memory, ephemeral-storage, hugepages-<size>, and has no domain such as example.com/; correct the resource's name",
      "error Deployment default/web spec.template.spec.resources.limits["nvidia.com/gpu"]: the resource "nvidia.com/gpu" is not one of cpu, memory, hugepages-<size>, which a pod may ask for as a whole; correct the resource's name",
    ]
  `);
});
