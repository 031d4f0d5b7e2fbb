import { expect, test } from "vitest";
import { memoryLimit } from "../../../src/checks/reliability/memory-limit.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const range = (field: string, type: string): object =>
  object("v1", "LimitRange", `${field}-${type}`, { spec: { limits: [{ type, [field]: { memory: "1" } }] } });

test("nothing to find", () => {
  expect(judge(memoryLimit, documents(workload({ container: { resources: { limits: { memory: "1" } } } })))).toEqual(
    [],
  );
  // The whole pod has it.
  expect(judge(memoryLimit, documents(workload({ pod: { resources: { limits: { memory: "1" } } } })))).toEqual([]);
  // The namespace gives it.
  expect(judge(memoryLimit, documents(workload(), range("default", "Container")))).toEqual([]);
  // What runs once and ends shares what the others have.
  expect(
    judge(
      memoryLimit,
      documents(
        workload({
          container: { resources: { limits: { memory: "1" } } },
          pod: { initContainers: [{ name: "init", image: "init:1" }] },
        }),
      ),
    ),
  ).toEqual([]);
});

test("a container and a sidecar without one", () => {
  expect(
    judge(
      memoryLimit,
      documents(
        workload({
          container: { resources: { limits: { cpu: "1" } } },
          pod: { initContainers: [{ name: "proxy", image: "proxy:1", restartPolicy: "Always" }] },
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].resources.limits.memory: container web has no memory limit; set limits.memory",
      "warning Deployment shop/web spec.template.spec.initContainers[0].resources.limits.memory: init container proxy has no memory limit; set limits.memory",
    ]
  `);
});

test("a LimitRange for something else", () => {
  expect(judge(memoryLimit, documents(workload(), range("default", "Pod"), range("max", "Container"))))
    .toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].resources.limits.memory: container web has no memory limit; set limits.memory",
    ]
  `);
});

test("a request is not a limit", () => {
  expect(judge(memoryLimit, documents(workload({ container: { resources: { requests: { memory: "1" } } } }))))
    .toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].resources.limits.memory: container web has no memory limit; set limits.memory",
    ]
  `);
});
