import { expect, test } from "vitest";
import { podResources } from "../../../src/checks/api-validity/pod-resources.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: { resources: { requests: { cpu: "1" }, limits: { cpu: "2" } } },
    container: { resources: { requests: { cpu: "1" }, limits: { cpu: "2" } } },
  },
  {
    kind: "Deployment",
    spec: { resources: { limits: { cpu: "1" } } },
    container: { resources: { requests: { cpu: "2" } } },
  },
  {
    kind: "Deployment",
    spec: { resources: { requests: { cpu: "1" } } },
    container: { resources: { limits: { cpu: "2" } } },
  },
];

testTakenPods(podResources, taken);

test("claims, and resources on Windows", () => {
  expect(judge(podResources, podWith({ spec: { resources: { claims: [] } } }))).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.resources.claims: the pod as a whole has claims; set the claims of its containers",
    ]
  `);
});

test("resources on Windows", () => {
  expect(judge(podResources, podWith({ spec: { os: { name: "windows" }, resources: {} } }))).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.resources: a pod for Windows has resources as a whole; set those of its containers",
    ]
  `);
});

test("containers that request more together", () => {
  expect(
    judge(
      podResources,
      podWith({
        kind: "Deployment",
        spec: {
          resources: { requests: { cpu: "1" } },
          initContainers: [
            { name: "a", image: "a", restartPolicy: "Always", resources: { requests: { cpu: "600m" } } },
            { name: "b", image: "b", resources: { requests: { cpu: "500m" } } },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.resources.requests.cpu: the containers together request 1100m of cpu, and the pod 1; raise the pod's request, or lower those of the containers",
    ]
  `);
});

test("a Pod's containers that request more than its limit", () => {
  expect(
    judge(
      podResources,
      podWith({
        spec: { resources: { limits: { cpu: "1" } } },
        container: { resources: { requests: { cpu: "1500m" } } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.resources.limits.cpu: the containers together request 1500m of cpu, and the pod's limit is 1; raise the pod's limit, or lower the requests of the containers",
    ]
  `);
});

test("a container's limit above the pod's", () => {
  expect(
    judge(
      podResources,
      podWith({
        kind: "Deployment",
        spec: { resources: { limits: { cpu: "1" } } },
        container: { resources: { limits: { cpu: "2" } } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].resources.limits.cpu: the container's limit of cpu is 2, and the pod's 1; raise the pod's limit, or lower those of the containers",
    ]
  `);
});

test("huge pages above those of the pod", () => {
  expect(
    judge(
      podResources,
      podWith({
        kind: "Deployment",
        spec: {
          resources: { limits: { cpu: "1", "hugepages-2Mi": "2Mi" } },
          initContainers: [{ name: "a", image: "a", resources: { limits: { cpu: "1", "hugepages-2Mi": "4Mi" } } }],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.resources.limits.hugepages-2Mi: the containers together have 4194304 of hugepages-2Mi, and the pod 2Mi; raise the pod's limit, or lower those of the containers",
    ]
  `);
});
