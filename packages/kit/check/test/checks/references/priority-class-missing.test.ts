import { describe, expect, test } from "vitest";
import { priorityClassMissing } from "../../../src/checks/references/priority-class-missing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

describe("priority-class-missing", () => {
  test.for([
    workload(),
    workload({ pod: "priorityClassName: system-cluster-critical" }),
    workload({ pod: "priorityClassName: high" }) +
      object("PriorityClass", "high", "value: 1000", "scheduling.k8s.io/v1"),
  ])("passes %$", (manifests) => {
    expect(judge(priorityClassMissing, manifests)).toEqual([]);
  });

  test("finds a class that is not there", () => {
    expect(judge(priorityClassMissing, workload({ pod: "priorityClassName: high" }))).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.priorityClassName: the pods have the priority class high, which does not exist, so they are refused; add the PriorityClass",
      ]
    `);
  });
});
