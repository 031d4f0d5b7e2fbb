import { expect, test } from "vitest";
import { resourceQuantity } from "../../../src/checks/api-validity/resource-quantity.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      resources: { requests: { cpu: 0.1, memory: "1e6", "nvidia.com/gpu": "1000m" }, limits: { "nvidia.com/gpu": 1 } },
    },
    spec: { volumes: [{ name: "a", emptyDir: { sizeLimit: "0" } }] },
  },
];

testTakenPods(resourceQuantity, taken);

test("negative amounts", () => {
  expect(
    judge(
      resourceQuantity,
      podWith({
        container: { resources: { limits: { cpu: "-1" } } },
        spec: { volumes: [{ name: "a", emptyDir: { sizeLimit: "-1Gi" } }] },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].resources.limits.cpu: cpu is -1, and must not be negative; correct the amount",
      "error Pod default/web spec.volumes[0].emptyDir.sizeLimit: sizeLimit is -1Gi, and must not be negative; correct the amount",
    ]
  `);
});

test("amounts that must be whole, or whole pages", () => {
  expect(
    judge(
      resourceQuantity,
      podWith({
        kind: "Deployment",
        container: {
          resources: { limits: { cpu: 1, "nvidia.com/gpu": "1500m", "hugepages-2Mi": "3Mi", "hugepages-big": "2Mi" } },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].resources.limits.hugepages-2Mi: hugepages-2Mi is 3Mi, and must be a multiple of 2Mi; correct the amount",
      "error Deployment default/web spec.template.spec.containers[0].resources.limits.hugepages-big: hugepages-big is 2Mi, and "big" is not a size of a page; correct the amount",
      "error Deployment default/web spec.template.spec.containers[0].resources.limits["nvidia.com/gpu"]: nvidia.com/gpu is 1500m, and must be a whole number; correct the amount",
    ]
  `);
});
