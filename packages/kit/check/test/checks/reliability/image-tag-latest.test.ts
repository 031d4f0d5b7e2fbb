import { expect, test } from "vitest";
import { imageTagLatest } from "../../../src/checks/reliability/image-tag-latest.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(
    judge(imageTagLatest, documents(workload({ container: { image: "registry.example.com:5000/web:1.0" } }))),
  ).toEqual([]);
  expect(judge(imageTagLatest, documents(workload({ container: { image: "web@sha256:abc" } })))).toEqual([]);
  // A container without an image is for others to find.
  expect(judge(imageTagLatest, documents(workload({ container: { image: undefined } })))).toEqual([]);
});

test("latest, said or not", () => {
  expect(
    judge(
      imageTagLatest,
      documents(
        workload({
          container: { image: "registry.example.com:5000/web" },
          pod: { initContainers: [{ name: "init", image: "web:latest" }] },
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].image: container web runs registry.example.com:5000/web, which may be a different image tomorrow; deploy a version: set newTag in the overlay",
      "warning Deployment shop/web spec.template.spec.initContainers[0].image: init container init runs web:latest, which may be a different image tomorrow; deploy a version: set newTag in the overlay",
    ]
  `);
});

test("in development it is worth knowing", () => {
  const lines = judge(imageTagLatest, documents(workload({ container: { image: "web" } })), { profile: "development" });
  expect(lines.map((line) => line.split(" ", 1)[0])).toEqual(["info"]);
});
