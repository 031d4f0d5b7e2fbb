import { expect, test } from "vitest";
import { resourceLimit } from "../../../src/checks/api-validity/resource-limit.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: { resources: { requests: { cpu: "1" }, limits: { cpu: "1000m", memory: "1Gi", "nvidia.com/gpu": 1 } } },
  },
  { container: { resources: { requests: { memory: "1Gi" }, limits: { cpu: 1 } } } },
  { container: { resources: { limits: { cpu: "1", "hugepages-2Mi": "2Mi" } } } },
];

testTakenPods(resourceLimit, taken);

test("requests above limits", () => {
  expect(
    judge(
      resourceLimit,
      podWith({
        container: { resources: { requests: { cpu: "1100m", memory: "1Gi" }, limits: { cpu: 1, memory: "1G" } } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].resources.requests.cpu: the request of cpu is 1100m, and its limit 1; lower the request, or raise the limit",
      "error Pod default/web spec.containers[0].resources.requests.memory: the request of memory is 1Gi, and its limit 1G; lower the request, or raise the limit",
    ]
  `);
});

test("what must be equal, and what must be limited", () => {
  expect(
    judge(
      resourceLimit,
      podWith({
        kind: "Deployment",
        container: {
          resources: { requests: { "nvidia.com/gpu": 1, "example.com/fpga": 1 }, limits: { "nvidia.com/gpu": 2 } },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].resources.requests["example.com/fpga"]: example.com/fpga has a request and no limit, and must have both; set limits.example.com/fpga to the same amount",
      "error Deployment default/web spec.template.spec.containers[0].resources.requests["nvidia.com/gpu"]: the request of nvidia.com/gpu is 1, and its limit 2: they must be equal; set both to the same amount",
    ]
  `);
});

test("huge pages alone", () => {
  expect(judge(resourceLimit, podWith({ container: { resources: { limits: { "hugepages-2Mi": "2Mi" } } } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].resources: huge pages are asked for without cpu or memory; ask for cpu or memory too",
    ]
  `);
});
