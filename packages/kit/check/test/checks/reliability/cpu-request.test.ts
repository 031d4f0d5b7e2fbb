import { expect, test } from "vitest";
import { cpuRequest } from "../../../src/checks/reliability/cpu-request.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const range = (field: string, type: string): object =>
  object("v1", "LimitRange", `${field}-${type}`, { spec: { limits: [{ type, [field]: { cpu: "1" } }] } });

test("nothing to find", () => {
  expect(judge(cpuRequest, documents(workload({ container: { resources: { requests: { cpu: "1" } } } })))).toEqual([]);
  // A limit is the request where there is none.
  expect(judge(cpuRequest, documents(workload({ container: { resources: { limits: { cpu: "1" } } } })))).toEqual([]);
  // The whole pod has it.
  expect(judge(cpuRequest, documents(workload({ pod: { resources: { requests: { cpu: "1" } } } })))).toEqual([]);
  // The namespace gives it.
  expect(judge(cpuRequest, documents(workload(), range("defaultRequest", "Container")))).toEqual([]);
  // What runs once and ends shares what the others have.
  expect(
    judge(
      cpuRequest,
      documents(
        workload({
          container: { resources: { requests: { cpu: "1" } } },
          pod: { initContainers: [{ name: "init", image: "init:1" }] },
        }),
      ),
    ),
  ).toEqual([]);
});

test("a container and a sidecar without one", () => {
  expect(
    judge(
      cpuRequest,
      documents(
        workload({
          container: { resources: { requests: { memory: "1" } } },
          pod: { initContainers: [{ name: "proxy", image: "proxy:1", restartPolicy: "Always" }] },
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].resources.requests.cpu: container web has no cpu request; set requests.cpu",
      "warning Deployment shop/web spec.template.spec.initContainers[0].resources.requests.cpu: init container proxy has no cpu request; set requests.cpu",
    ]
  `);
});

test("a LimitRange for something else", () => {
  expect(judge(cpuRequest, documents(workload(), range("defaultRequest", "Pod"), range("max", "Container"))))
    .toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].resources.requests.cpu: container web has no cpu request; set requests.cpu",
    ]
  `);
});
