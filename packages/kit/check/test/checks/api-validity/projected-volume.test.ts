import { expect, test } from "vitest";
import { projectedVolume } from "../../../src/checks/api-validity/projected-volume.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      volumes: [
        {
          name: "a",
          projected: {
            sources: [
              { secret: { name: "a", items: [{ key: "a", path: "a" }] } },
              { configMap: { name: "a", items: [{ key: "a", path: "b" }] } },
              { serviceAccountToken: { path: "a", expirationSeconds: 600 } },
              {},
            ],
          },
        },
      ],
    },
  },
];

testTakenPods(projectedVolume, taken);

test("sources that are invalid", () => {
  expect(
    judge(
      projectedVolume,
      podWith({
        kind: "Deployment",
        spec: {
          volumes: [
            {
              name: "a",
              projected: {
                sources: [
                  { secret: {} },
                  { configMap: { name: "a" }, downwardAPI: {} },
                  { serviceAccountToken: { path: "/token", expirationSeconds: 599 } },
                ],
              },
            },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.volumes[0].projected.sources[0].secret.name: the Secret's name is missing; write the Secret's name",
      "error Deployment default/web spec.template.spec.volumes[0].projected.sources[1]: the source has configMap and downwardAPI; make a source of each",
      "error Deployment default/web spec.template.spec.volumes[0].projected.sources[2].serviceAccountToken.expirationSeconds: expirationSeconds is 599, and must be from 600 to 4294967296; set it to a number that is from 600 to 4294967296",
      "error Deployment default/web spec.template.spec.volumes[0].projected.sources[2].serviceAccountToken.path: the file's path "/token" must be a relative path; correct the file's path",
    ]
  `);
});

test("a file that two sources write", () => {
  expect(
    judge(
      projectedVolume,
      podWith({
        spec: {
          volumes: [
            {
              name: "a",
              projected: {
                sources: [
                  { secret: { name: "a", items: [{ key: "a", path: "same" }] } },
                  { configMap: { name: "a", items: [{ key: "b", path: "same" }] } },
                ],
              },
            },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.volumes[0].projected.sources[1].configMap.items[0].path: another source of the volume writes "same" too; write each file from one source",
    ]
  `);
});
