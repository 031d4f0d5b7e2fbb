import { expect, test } from "vitest";
import { podAffinity } from "../../../src/checks/api-validity/pod-affinity.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      affinity: {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: "zone", namespaceSelector: {} }],
        },
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            {
              weight: 1,
              podAffinityTerm: {
                topologyKey: "kubernetes.io/hostname",
                namespaces: ["shop"],
                labelSelector: { matchLabels: { app: "web" } },
                matchLabelKeys: ["revision"],
                mismatchLabelKeys: ["app"],
              },
            },
          ],
        },
      },
    },
  },
  {
    kind: "Deployment",
    spec: {
      affinity: {
        podAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: [
            { topologyKey: "zone", labelSelector: { matchLabels: { app: "web" } }, matchLabelKeys: ["app"] },
          ],
        },
      },
    },
  },
];

testTakenPods(podAffinity, taken);

test("a weight, a key, a selector and a namespace that are invalid", () => {
  expect(
    judge(
      podAffinity,
      podWith({
        spec: {
          affinity: {
            podAntiAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                {
                  topologyKey: "",
                  namespaces: ["Shop"],
                  labelSelector: { matchExpressions: [{ key: "app", operator: "Like", values: ["web"] }] },
                },
              ],
              preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 0, podAffinityTerm: { topologyKey: "a b" } }],
            },
          },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.topologyKey: the topology key "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the topology key",
      "error Pod default/web spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight: weight is 0, and must be from 1 to 100; set it to a number that is from 1 to 100",
      "error Pod default/web spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector.matchExpressions[0].operator: the operator "Like" is not one of In, NotIn, Exists, DoesNotExist; write one of In, NotIn, Exists, DoesNotExist",
      "error Pod default/web spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].namespaces[0]: the namespace "Shop" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the namespace",
      "error Pod default/web spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey: the topology key is empty; write the topology key",
    ]
  `);
});

test("label keys without selector, and in two places", () => {
  expect(
    judge(
      podAffinity,
      podWith({
        spec: {
          affinity: {
            podAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                { topologyKey: "zone", matchLabelKeys: ["app"] },
                { topologyKey: "zone", labelSelector: { matchLabels: { app: "web" } }, matchLabelKeys: ["app"] },
                { topologyKey: "zone", labelSelector: {}, matchLabelKeys: ["a"], mismatchLabelKeys: ["a"] },
              ],
            },
          },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].matchLabelKeys: matchLabelKeys is set, and there is no labelSelector; write the labelSelector, or leave matchLabelKeys out",
      "error Pod default/web spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[1].matchLabelKeys[0]: the label "app" is in matchLabelKeys and in labelSelector; keep it in one of them",
      "error Pod default/web spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[2].matchLabelKeys[0]: the label "a" is in matchLabelKeys and in mismatchLabelKeys; keep it in one of them",
    ]
  `);
});
