import { expect, test } from "vitest";
import { topologySpread } from "../../../src/checks/api-validity/topology-spread.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    kind: "Deployment",
    spec: {
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          minDomains: 2,
          topologyKey: "not a label",
          whenUnsatisfiable: "DoNotSchedule",
          labelSelector: { matchLabels: { app: "web" } },
          matchLabelKeys: ["app", "pod-template-hash"],
        },
        { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway" },
      ],
    },
  },
];

testTakenPods(topologySpread, taken);

test("numbers, keys and selectors that are invalid", () => {
  expect(
    judge(
      topologySpread,
      podWith({
        kind: "Deployment",
        spec: {
          topologySpreadConstraints: [
            { maxSkew: 0, minDomains: 0, topologyKey: "", whenUnsatisfiable: "DoNotSchedule" },
            {
              maxSkew: 1,
              minDomains: 1,
              topologyKey: "zone",
              whenUnsatisfiable: "ScheduleAnyway",
              labelSelector: { matchLabels: { "a b": "c" } },
            },
            { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "DoNotSchedule", matchLabelKeys: ["app"] },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.topologySpreadConstraints[0].maxSkew: maxSkew is 0, and must be 1 or more; set it to a number that is 1 or more",
      "error Deployment default/web spec.template.spec.topologySpreadConstraints[0].minDomains: minDomains is 0, and must be 1 or more; set it to a number that is 1 or more",
      "error Deployment default/web spec.template.spec.topologySpreadConstraints[0].topologyKey: the topology key is empty; write the topology key",
      "error Deployment default/web spec.template.spec.topologySpreadConstraints[1].labelSelector.matchLabels["a b"]: the label "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label",
      "error Deployment default/web spec.template.spec.topologySpreadConstraints[1].minDomains: minDomains is set, and whenUnsatisfiable is ScheduleAnyway; leave minDomains out, or write DoNotSchedule",
      "error Deployment default/web spec.template.spec.topologySpreadConstraints[2].matchLabelKeys: matchLabelKeys is set, and there is no labelSelector; write the labelSelector, or leave matchLabelKeys out",
    ]
  `);
});

test("a Pod's label key that its selector has too", () => {
  expect(
    judge(
      topologySpread,
      podWith({
        spec: {
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: "zone",
              whenUnsatisfiable: "DoNotSchedule",
              labelSelector: { matchLabels: { app: "web" } },
              matchLabelKeys: ["app"],
            },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.topologySpreadConstraints[0].matchLabelKeys[0]: the label "app" is in matchLabelKeys and in labelSelector; keep it in one of them",
    ]
  `);
});
