import { expect, test } from "vitest";
import { deprecatedServiceAccountField } from "../../../src/checks/security/deprecated-service-account-field.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(deprecatedServiceAccountField, documents(workload({ pod: { serviceAccountName: "web" } })))).toEqual([]);
  // A copy from a cluster has both.
  expect(
    judge(
      deprecatedServiceAccountField,
      documents(workload({ pod: { serviceAccountName: "web", serviceAccount: "web" } })),
    ),
  ).toEqual([]);
});

test("the old field", () => {
  expect(judge(deprecatedServiceAccountField, documents(workload({ pod: { serviceAccount: "web" } }))))
    .toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.serviceAccount: serviceAccount is deprecated; it names web; write serviceAccountName instead",
    ]
  `);
});
