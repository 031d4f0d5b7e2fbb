import { expect, test } from "vitest";
import { imagePullPolicyAlways } from "../../../src/checks/security/image-pull-policy-always.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(
    judge(imagePullPolicyAlways, documents(workload({ container: { image: "web:1", imagePullPolicy: "Always" } }))),
  ).toEqual([]);
  // Always is the default of latest.
  expect(judge(imagePullPolicyAlways, documents(workload({ container: { image: "web" } })))).toEqual([]);
  expect(
    judge(
      imagePullPolicyAlways,
      documents(workload({ container: { image: "web:1@sha256:abc", imagePullPolicy: "IfNotPresent" } })),
    ),
  ).toEqual([]);
  expect(judge(imagePullPolicyAlways, documents(workload()), { profile: "development" })).toEqual([]);
});

test("what the node has", () => {
  expect(
    judge(
      imagePullPolicyAlways,
      documents(
        workload(),
        workload({ container: { imagePullPolicy: "Never" } }),
        workload({ container: { image: "web", imagePullPolicy: "IfNotPresent" } }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.containers[0].imagePullPolicy: container web has the imagePullPolicy IfNotPresent: it takes what the node has under that tag; set imagePullPolicy to Always",
      "info Deployment shop/web spec.template.spec.containers[0].imagePullPolicy: container web has the imagePullPolicy Never: it takes what the node has under that tag; set imagePullPolicy to Always",
      "info Deployment shop/web spec.template.spec.containers[0].imagePullPolicy: container web has the imagePullPolicy IfNotPresent: it takes what the node has under that tag; set imagePullPolicy to Always",
    ]
  `);
});
