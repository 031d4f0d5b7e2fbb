import { expect, test } from "vitest";
import { memoryLimitIsRequest } from "../../../src/checks/conventions/memory-limit-is-request.ts";
import { guaranteedMemory } from "../../../src/policy/packs.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const judged = (resources: object, packs = [guaranteedMemory()]): string[] =>
  judge(memoryLimitIsRequest, documents(workload({ container: { resources } })), { policy: { packs } });

test("the same, in whatever unit; a limit that is the request; where nobody asks for it", () => {
  expect(judged({ requests: { memory: "1Gi" }, limits: { memory: "1024Mi" } })).toEqual([]);
  expect(judged({ limits: { memory: "1Gi" } })).toEqual([]);
  expect(judged({ requests: { memory: "1Gi" }, limits: { memory: "2Gi" } }, [])).toEqual([]);
});

test("more than was asked for", () => {
  expect(judged({ requests: { memory: "1Gi" }, limits: { memory: "2Gi" } })).toMatchInlineSnapshot(`
    [
      "error Deployment shop/web spec.template.spec.containers[0].resources.limits.memory: the memory request 1Gi of container web is not its limit 2Gi; set both to the same: memory that was only lent is taken back by killing the container",
    ]
  `);
});

test("no limit", () => {
  expect([...judged({ requests: { memory: "1Gi" } }), ...judged({})]).toMatchInlineSnapshot(`
    [
      "error Deployment shop/web spec.template.spec.containers[0].resources.limits.memory: container web has no memory limit that is its request 1Gi; set both to the same: memory that was only lent is taken back by killing the container",
    ]
  `);
});
