import { expect, test } from "vitest";
import { podPriority } from "../../../src/checks/api-validity/pod-priority.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { spec: { priority: 0, preemptionPolicy: "PreemptLowerPriority" } },
  { spec: { priority: 7, priorityClassName: "ours" } },
  { kind: "Deployment", spec: { priority: 7, overhead: { cpu: "1m" } } },
  { spec: { priorityClassName: "system-node-critical", priority: 2_000_001_000 } },
];

testTakenPods(podPriority, taken);

test("a priority and a policy of no class", () => {
  expect(judge(podPriority, podWith({ spec: { priority: 10, preemptionPolicy: "Never" } }))).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.preemptionPolicy: preemptionPolicy is Never, and the Pod's class gives it PreemptLowerPriority; leave it out, and name a PriorityClass",
      "error Pod default/web spec.priority: priority is 10, and the Pod's class gives it 0; leave it out, and name a PriorityClass",
    ]
  `);
});

test("a priority that is not the class's", () => {
  expect(judge(podPriority, podWith({ spec: { priorityClassName: "system-cluster-critical", priority: 10 } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.priority: priority is 10, and the Pod's class gives it 2000000000; leave it out, and name a PriorityClass",
    ]
  `);
});

test("an overhead of no class", () => {
  expect(judge(podPriority, podWith({ spec: { overhead: { cpu: "100m" } } }))).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.overhead: overhead is set, and no RuntimeClass is named that defines it; leave it out, or name the RuntimeClass",
    ]
  `);
});
