import { expect, test } from "vitest";
import { ephemeralStorage } from "../../../src/checks/reliability/ephemeral-storage.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

test("a limit of the container, and one of the namespace", () => {
  const limits = { "ephemeral-storage": "1Gi" };
  expect(judge(ephemeralStorage, documents(workload({ container: { resources: { limits } } })))).toEqual([]);
  const range = object("v1", "LimitRange", "usual", { spec: { limits: [{ type: "Container", default: limits }] } });
  expect(judge(ephemeralStorage, documents(workload(), range))).toEqual([]);
});

test("no limit", () => {
  const some = workload({ container: { resources: { requests: { "ephemeral-storage": "1Gi" } } } });
  expect(judge(ephemeralStorage, documents(some))).toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.containers[0].resources.limits.ephemeral-storage: container web has no limit of ephemeral storage: its files and logs may fill the node's disk; set limits["ephemeral-storage"], and a request below it",
    ]
  `);
});
