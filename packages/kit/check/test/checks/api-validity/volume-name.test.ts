import { expect, test } from "vitest";
import { volumeName } from "../../../src/checks/api-validity/volume-name.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [{}, { spec: { volumes: [{ name: "0-a" }] } }];

testTakenPods(volumeName, taken);

test("names that are invalid", () => {
  expect(judge(volumeName, podWith({ spec: { volumes: [{ name: "My_Data" }, { name: "a.b" }, { name: "" }] } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.volumes[0].name: the volume's name "My_Data" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the volume's name",
      "error Pod default/web spec.volumes[1].name: the volume's name "a.b" must not contain dots; correct the volume's name",
      "error Pod default/web spec.volumes[2].name: the volume's name is empty; write the volume's name",
    ]
  `);
});

test("the name of a claim template", () => {
  expect(
    judge(
      volumeName,
      podWith({
        kind: "StatefulSet",
        workload: {
          volumeClaimTemplates: [
            {
              metadata: { name: "data.v1" },
              spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
            },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error StatefulSet default/web spec.volumeClaimTemplates[0].metadata.name: the volume's name "data.v1" must not contain dots; correct the volume's name",
    ]
  `);
});
