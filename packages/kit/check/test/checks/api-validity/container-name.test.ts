import { expect, test } from "vitest";
import { containerName } from "../../../src/checks/api-validity/container-name.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { container: { name: "0-web" } },
  { spec: { initContainers: [{ name: "init", image: "a" }] } },
];

testTakenPods(containerName, taken);

test("names that are invalid", () => {
  expect(
    judge(
      containerName,
      podWith({
        container: { name: "Web_1" },
        spec: {
          initContainers: [
            { name: "web.v1", image: "a" },
            { name: "", image: "a" },
            { name: "a".repeat(64), image: "a" },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].name: the container's name "Web_1" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the container's name",
      "error Pod default/web spec.initContainers[0].name: the container's name "web.v1" must not contain dots; correct the container's name",
      "error Pod default/web spec.initContainers[1].name: the container's name is empty; write the container's name",
      "error Pod default/web spec.initContainers[2].name: the container's name "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" must have at most 63 characters; correct the container's name",
    ]
  `);
});

test("a name that an init container and a container have", () => {
  expect(judge(containerName, podWith({ kind: "Deployment", spec: { initContainers: [{ name: "web", image: "a" }] } })))
    .toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.initContainers[0].name: another container of the pod is called "web" too; give each container of the pod a name of its own",
    ]
  `);
});
