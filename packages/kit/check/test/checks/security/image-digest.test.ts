import { expect, test } from "vitest";
import { imageDigest } from "../../../src/checks/security/image-digest.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(imageDigest, documents(workload({ container: { image: "web@sha256:abc" } })))).toEqual([]);
  expect(judge(imageDigest, documents(workload({ container: { image: "web:1@sha256:abc" } })))).toEqual([]);
  // A container without an image is for others to find.
  expect(judge(imageDigest, documents(workload({ container: { image: undefined } })))).toEqual([]);
});

test("a tag", () => {
  expect(judge(imageDigest, documents(workload({ container: { image: "example.com:5000/web:1" } }))))
    .toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.containers[0].image: container web runs example.com:5000/web:1, which the registry can exchange; name the digest too: set digest in the overlay",
    ]
  `);
});
