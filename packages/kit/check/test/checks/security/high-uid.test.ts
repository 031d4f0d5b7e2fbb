import { expect, test } from "vitest";
import { highUid } from "../../../src/checks/security/high-uid.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(highUid, documents(workload()))).toEqual([]);
  expect(judge(highUid, documents(workload({ container: { securityContext: { runAsUser: 10_000 } } })))).toEqual([]);
  // 0 is found by another check.
  expect(judge(highUid, documents(workload({ container: { securityContext: { runAsUser: 0 } } })))).toEqual([]);
  expect(
    judge(highUid, documents(workload({ pod: { hostUsers: false, securityContext: { runAsUser: 1000 } } }))),
  ).toEqual([]);
});

test("a low user", () => {
  expect(judge(highUid, documents(workload({ pod: { securityContext: { runAsUser: 1000 } } })))).toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.securityContext.runAsUser: the pod runs as user 1000, which a user of the node may be too; use a user from 10000 up, if the image allows it",
    ]
  `);
});
