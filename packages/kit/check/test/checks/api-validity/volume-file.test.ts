import { expect, test } from "vitest";
import { volumeFile } from "../../../src/checks/api-validity/volume-file.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      volumes: [
        { name: "a", secret: { secretName: "a", defaultMode: 0o777, items: [{ key: "a", path: "a/..b", mode: 0 }] } },
        { name: "b", projected: { sources: [] } },
      ],
    },
  },
];

testTakenPods(volumeFile, taken);

test("modes that are invalid", () => {
  expect(
    judge(
      volumeFile,
      podWith({
        spec: {
          volumes: [
            { name: "a", configMap: { name: "a", defaultMode: 644, items: [{ key: "a", path: "a", mode: -1 }] } },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.volumes[0].configMap.defaultMode: the mode 644 is not from 0 to 511, which is 0777; write it as YAML's octal number, such as 0644, or its decimal, such as 420",
      "error Pod default/web spec.volumes[0].configMap.items[0].mode: the mode -1 is not from 0 to 511, which is 0777; write it as YAML's octal number, such as 0644, or its decimal, such as 420",
    ]
  `);
});

test("keys and paths that are invalid", () => {
  expect(
    judge(
      volumeFile,
      podWith({
        kind: "Deployment",
        spec: {
          volumes: [
            {
              name: "a",
              secret: {
                secretName: "a",
                items: [
                  { key: "", path: "/a" },
                  { key: "a", path: "a/../b" },
                  { key: "a", path: "..a" },
                  { key: "a", path: "" },
                ],
              },
            },
            { name: "b", downwardAPI: { items: [{ path: "../a", fieldRef: { fieldPath: "metadata.name" } }] } },
            {
              name: "c",
              projected: {
                defaultMode: 512,
                sources: [{ configMap: { name: "a", items: [{ key: "a", path: "/a" }] } }],
              },
            },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.volumes[0].secret.items[0].key: the key is empty; write the key",
      "error Deployment default/web spec.template.spec.volumes[0].secret.items[0].path: the file's path "/a" must be a relative path; correct the file's path",
      "error Deployment default/web spec.template.spec.volumes[0].secret.items[1].path: the file's path "a/../b" must not contain ..; correct the file's path",
      "error Deployment default/web spec.template.spec.volumes[0].secret.items[2].path: the file's path "..a" must not begin with ..; correct the file's path",
      "error Deployment default/web spec.template.spec.volumes[0].secret.items[3].path: the file's path is empty; write the file's path",
      "error Deployment default/web spec.template.spec.volumes[1].downwardAPI.items[0].path: the file's path "../a" must not contain ..; correct the file's path",
      "error Deployment default/web spec.template.spec.volumes[2].projected.defaultMode: the mode 512 is not from 0 to 511, which is 0777; write it as YAML's octal number, such as 0512, or its decimal, such as 330",
      "error Deployment default/web spec.template.spec.volumes[2].projected.sources[0].configMap.items[0].path: the file's path "/a" must be a relative path; correct the file's path",
    ]
  `);
});
