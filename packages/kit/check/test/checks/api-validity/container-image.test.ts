import { expect, test } from "vitest";
import { containerImage } from "../../../src/checks/api-validity/container-image.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [{}, { kind: "Deployment", container: { image: " " } }];

testTakenPods(containerImage, taken);

test("an image that is missing or empty", () => {
  expect(
    judge(
      containerImage,
      podWith({
        kind: "Deployment",
        container: { image: undefined },
        spec: { initContainers: [{ name: "a", image: "" }] },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].image: the container's image is missing; write the container's image",
      "error Deployment default/web spec.template.spec.initContainers[0].image: the container's image is empty; write the container's image",
    ]
  `);
});

test("spaces around a Pod's image", () => {
  expect(judge(containerImage, podWith({ container: { image: "web:1 " } }))).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].image: the container's image "web:1 " must not begin or end with a space; correct the container's image",
    ]
  `);
});
