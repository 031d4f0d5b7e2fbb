import { expect, test } from "vitest";
import { envName } from "../../../src/checks/api-validity/env-name.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    container: {
      env: [{ name: "1 a:b", value: "" }],
      envFrom: [
        { prefix: "a.", configMapRef: { name: "a" } },
        { prefix: "", secretRef: { name: "a" } },
      ],
    },
  },
];

testTakenPods(envName, taken);

test("names and prefixes that are invalid", () => {
  expect(
    judge(
      envName,
      podWith({
        container: {
          env: [{ name: "", value: "a" }, { name: "A=B" }, { name: "GRÖSSE" }],
          envFrom: [{ prefix: "A=", configMapRef: { name: "a" } }],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].envFrom[0].prefix: the name has an equals sign behind "A"; write what stands behind it as the value",
      "error Pod default/web spec.containers[0].env[0].name: the variable's name is empty; write the variable's name",
      "error Pod default/web spec.containers[0].env[1].name: the name has an equals sign behind "A"; write what stands behind it as the value",
      "error Pod default/web spec.containers[0].env[2].name: the variable's name "GRÖSSE" must consist of printable ASCII characters other than =; correct the variable's name",
    ]
  `);
});
