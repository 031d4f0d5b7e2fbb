import { expect, test } from "vitest";
import { volumeSource } from "../../../src/checks/api-validity/volume-source.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [{}, { spec: { volumes: [{ name: "a" }, { name: "b", emptyDir: {} }] } }];

testTakenPods(volumeSource, taken);

test("two sources", () => {
  expect(
    judge(
      volumeSource,
      podWith({ kind: "Deployment", spec: { volumes: [{ name: "a", emptyDir: {}, configMap: { name: "a" } }] } }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.volumes[0]: the volume has 2 sources: emptyDir, configMap; keep one of them, or make a volume of each",
    ]
  `);
});
