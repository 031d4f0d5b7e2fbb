import { expect, test } from "vitest";
import { imageRegistry } from "../../../src/checks/security/image-registry.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const options = { registries: ["example.com/shop", "docker.io/library/"] };

test("nothing to find", () => {
  // Anywhere is allowed where nothing is said.
  expect(judge(imageRegistry, documents(workload({ container: { image: "quay.io/web:1" } })))).toEqual([]);
  expect(
    judge(imageRegistry, documents(workload({ container: { image: "example.com/shop/web:1" } })), {
      policy: { options },
    }),
  ).toEqual([]);
  expect(
    judge(imageRegistry, documents(workload({ container: { image: "example.com/shop@sha256:abc" } })), {
      policy: { options },
    }),
  ).toEqual([]);
  expect(
    judge(imageRegistry, documents(workload({ container: { image: "nginx:1" } })), { policy: { options } }),
  ).toEqual([]);
  expect(
    judge(imageRegistry, documents(workload({ container: { image: "docker.io/library/nginx:1" } })), {
      policy: { options },
    }),
  ).toEqual([]);
});

test("others", () => {
  expect(
    judge(imageRegistry, documents(workload({ container: { image: "example.com/shopping/web:1" } })), {
      policy: { options },
    }),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].image: container web runs example.com/shopping/web:1, which is from none of example.com/shop, docker.io/library/; copy the image there, or add its registry to options.registries of the policy",
    ]
  `);
});

test("another of the same registry", () => {
  expect(
    judge(
      imageRegistry,
      documents(
        workload({ container: { image: "someone/nginx:1" } }),
        workload({ container: { image: "localhost/library/nginx:1" } }),
      ),
      { policy: { options } },
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].image: container web runs someone/nginx:1, which is from none of example.com/shop, docker.io/library/; copy the image there, or add its registry to options.registries of the policy",
      "warning Deployment shop/web spec.template.spec.containers[0].image: container web runs localhost/library/nginx:1, which is from none of example.com/shop, docker.io/library/; copy the image there, or add its registry to options.registries of the policy",
    ]
  `);
});
