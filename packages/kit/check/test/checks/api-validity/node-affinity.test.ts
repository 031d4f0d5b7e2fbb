import { expect, test } from "vitest";
import { nodeAffinity } from "../../../src/checks/api-validity/node-affinity.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      nodeSelector: { "example.com/disk": "ssd", gpu: "" },
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {},
              {
                matchExpressions: [
                  { key: "a", operator: "Exists" },
                  { key: "b", operator: "Gt", values: ["1"] },
                ],
              },
              { matchFields: [{ key: "metadata.name", operator: "In", values: ["node-1"] }] },
            ],
          },
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 100, preference: { matchExpressions: [{ key: "a", operator: "In", values: ["not a label"] }] } },
          ],
        },
      },
    },
  },
];

testTakenPods(nodeAffinity, taken);

test("labels that are invalid", () => {
  expect(judge(nodeAffinity, podWith({ spec: { nodeSelector: { "disk type": "very fast" } } }))).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.nodeSelector["disk type"]: the label "disk type" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label",
      "error Pod default/web spec.nodeSelector["disk type"]: the label's value "very fast" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label's value",
    ]
  `);
});

test("no term, and a weight out of bounds", () => {
  expect(
    judge(
      nodeAffinity,
      podWith({
        kind: "Deployment",
        spec: {
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] },
              preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 101, preference: {} }],
            },
          },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: weight is 101, and must be from 1 to 100; set it to a number that is from 1 to 100",
      "error Deployment default/web spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: no term is there; write at least one term",
    ]
  `);
});

test("expressions that are invalid", () => {
  expect(
    judge(
      nodeAffinity,
      podWith({
        spec: {
          affinity: {
            nodeAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: {
                nodeSelectorTerms: [
                  {
                    matchExpressions: [
                      { key: "", operator: "In" },
                      { key: "a b", operator: "Exists", values: ["a"] },
                      { key: "a", operator: "Lt", values: ["1", "2"] },
                      { key: "a", operator: "In", values: ["not a label"] },
                    ],
                    matchFields: [
                      { key: "metadata.uid", operator: "Exists" },
                      { key: "metadata.name", operator: "In", values: ["a", "B"] },
                    ],
                  },
                ],
              },
            },
          },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key: the key is empty; write the key",
      "error Pod default/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values: In has no values; correct the values, or the operator",
      "error Pod default/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[1].key: the key "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the key",
      "error Pod default/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[1].values: Exists has values; correct the values, or the operator",
      "error Pod default/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[2].values: Lt has 2 values; correct the values, or the operator",
      "error Pod default/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[3].values[0]: the value "not a label" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the value",
      "error Pod default/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].key: the field "metadata.uid" is not metadata.name; write metadata.name, or use matchExpressions",
      "error Pod default/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[0].operator: the operator Exists is not one of In, NotIn; write In or NotIn",
      "error Pod default/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[1].values: In has 2 values, and must have one; write one value",
      "error Pod default/web spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchFields[1].values[1]: the node's name "B" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the node's name",
    ]
  `);
});
