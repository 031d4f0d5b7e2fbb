import { expect, test } from "vitest";
import { toleration } from "../../../src/checks/api-validity/toleration.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      tolerations: [
        { operator: "Exists" },
        { key: "a", value: "b" },
        { key: "example.com/a", operator: "Exists", effect: "NoExecute", tolerationSeconds: -1 },
      ],
    },
  },
];

testTakenPods(toleration, taken);

test("fields that exclude one another", () => {
  expect(
    judge(
      toleration,
      podWith({
        spec: {
          tolerations: [
            { value: "a" },
            { key: "a", operator: "Exists", value: "b" },
            { key: "a", value: "b", effect: "NoSchedule", tolerationSeconds: 5 },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.tolerations[0].operator: the toleration has no key, and its operator is Equal, the default; write a key, or the operator Exists",
      "error Pod default/web spec.tolerations[1].value: the operator is Exists, and there is a value; leave the value out, or write the operator Equal",
      "error Pod default/web spec.tolerations[2].effect: tolerationSeconds is set, and the effect is NoSchedule; set the effect to NoExecute, or leave tolerationSeconds out",
    ]
  `);
});

test("keys, values and operators that are invalid", () => {
  expect(
    judge(
      toleration,
      podWith({
        kind: "Deployment",
        spec: {
          tolerations: [
            { key: "a b", value: "c d" },
            { key: "a", operator: "Gt", value: "1" },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.tolerations[0].key: the key "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the key",
      "error Deployment default/web spec.template.spec.tolerations[0].value: the value "c d" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the value",
      "error Deployment default/web spec.template.spec.tolerations[1].operator: the operator Gt is not served yet; write Equal or Exists",
    ]
  `);
});
