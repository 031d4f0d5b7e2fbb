import { expect, test } from "vitest";
import { priorityClassUnset } from "../../../src/checks/reliability/priority-class-unset.ts";
import { judge } from "../../judge.ts";
import { documents, object, workload } from "../../manifests.ts";

test("a class", () => {
  expect(judge(priorityClassUnset, documents(workload({ pod: { priorityClassName: "high" } })))).toEqual([]);
});

test("a class that is for all that have none", () => {
  const usual = object("scheduling.k8s.io/v1", "PriorityClass", "usual", { value: 1, globalDefault: true });
  expect(judge(priorityClassUnset, documents(workload(), usual))).toEqual([]);
});

test("none", () => {
  expect(judge(priorityClassUnset, documents(workload()))).toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.priorityClassName: the pods have no PriorityClass: they wait with all others that have none, and are evicted with them; set priorityClassName, or make one PriorityClass the cluster's default",
    ]
  `);
});
