import { expect, test } from "vitest";
import { cpuLimit } from "../../../src/checks/reliability/cpu-limit.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

const range = (field: string, type: string): object =>
  object("v1", "LimitRange", `${field}-${type}`, { spec: { limits: [{ type, [field]: { cpu: "1" } }] } });

test("nothing to find", () => {
  expect(judge(cpuLimit, documents(workload({ container: { resources: { limits: { cpu: "1" } } } })))).toEqual([]);
  // The whole pod has it.
  expect(judge(cpuLimit, documents(workload({ pod: { resources: { limits: { cpu: "1" } } } })))).toEqual([]);
  // The namespace gives it.
  expect(judge(cpuLimit, documents(workload(), range("default", "Container")))).toEqual([]);
  // What runs once and ends shares what the others have.
  expect(
    judge(
      cpuLimit,
      documents(
        workload({
          container: { resources: { limits: { cpu: "1" } } },
          pod: { initContainers: [{ name: "init", image: "init:1" }] },
        }),
      ),
    ),
  ).toEqual([]);
});

test("a container and a sidecar without one", () => {
  expect(
    judge(
      cpuLimit,
      documents(
        workload({
          container: { resources: { limits: { memory: "1" } } },
          pod: { initContainers: [{ name: "proxy", image: "proxy:1", restartPolicy: "Always" }] },
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.containers[0].resources.limits.cpu: container web has no cpu limit; set limits.cpu",
      "info Deployment shop/web spec.template.spec.initContainers[0].resources.limits.cpu: init container proxy has no cpu limit; set limits.cpu",
    ]
  `);
});

test("a LimitRange for something else", () => {
  expect(judge(cpuLimit, documents(workload(), range("default", "Pod"), range("max", "Container"))))
    .toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.containers[0].resources.limits.cpu: container web has no cpu limit; set limits.cpu",
    ]
  `);
});

test("a request is not a limit", () => {
  expect(judge(cpuLimit, documents(workload({ container: { resources: { requests: { cpu: "1" } } } }))))
    .toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.containers[0].resources.limits.cpu: container web has no cpu limit; set limits.cpu",
    ]
  `);
});
