import { expect, test } from "vitest";
import { podReference } from "../../../src/checks/api-validity/pod-reference.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      serviceAccountName: "a.b",
      serviceAccount: "Other",
      priorityClassName: "",
      runtimeClassName: "gvisor",
      nodeName: "node-1.example.com",
      readinessGates: [{ conditionType: "example.com/Ready" }],
    },
  },
  { kind: "Deployment", spec: { nodeName: "node-1", schedulingGates: [{ name: "example.com/wait" }] } },
];

testTakenPods(podReference, taken);

test("names that are invalid", () => {
  expect(
    judge(
      podReference,
      podWith({
        kind: "Deployment",
        spec: { serviceAccountName: "Web", priorityClassName: "a_b", runtimeClassName: "", nodeName: "node_1" },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.nodeName: the node's name "node_1" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the node's name",
      "error Deployment default/web spec.template.spec.priorityClassName: the priority class's name "a_b" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the priority class's name",
      "error Deployment default/web spec.template.spec.runtimeClassName: the runtime class's name is empty; write the runtime class's name",
      "error Deployment default/web spec.template.spec.serviceAccountName: the service account's name "Web" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the service account's name",
    ]
  `);
});

test("the old name of the service account", () => {
  expect(judge(podReference, podWith({ kind: "Deployment", spec: { serviceAccount: "Web" } }))).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.serviceAccount: the service account's name "Web" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the service account's name",
    ]
  `);
});

test("gates that are invalid, and a node beside a gate", () => {
  expect(
    judge(
      podReference,
      podWith({
        spec: {
          nodeName: "node-1",
          readinessGates: [{ conditionType: "my condition" }],
          schedulingGates: [{ name: "" }, { name: "a/b/c" }],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.nodeName: the node "node-1" is named, and scheduling gates are still shut; leave one of nodeName and schedulingGates out",
      "error Pod default/web spec.readinessGates[0].conditionType: the condition "my condition" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the condition",
      "error Pod default/web spec.schedulingGates[0].name: the scheduling gate is empty; write the scheduling gate",
      "error Pod default/web spec.schedulingGates[1].name: the scheduling gate "a/b/c" must have at most one slash, as in example.com/my-name; correct the scheduling gate",
    ]
  `);
});
