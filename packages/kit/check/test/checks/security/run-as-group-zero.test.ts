import { expect, test } from "vitest";
import { runAsGroupZero } from "../../../src/checks/security/run-as-group-zero.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(runAsGroupZero, documents(workload()))).toEqual([]);
  expect(judge(runAsGroupZero, documents(workload({ container: { securityContext: { runAsGroup: 1000 } } })))).toEqual(
    [],
  );
  expect(
    judge(runAsGroupZero, documents(workload({ pod: { hostUsers: false, securityContext: { runAsGroup: 0 } } }))),
  ).toEqual([]);
});

test("root's group", () => {
  expect(
    judge(
      runAsGroupZero,
      documents(
        workload({ pod: { securityContext: { runAsGroup: 0 } }, container: { securityContext: { runAsGroup: 0 } } }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].securityContext.runAsGroup: container web runs with group 0, which is root's; name a group that is not 0",
      "warning Deployment shop/web spec.template.spec.securityContext.runAsGroup: the pod runs with group 0, which is root's; name a group that is not 0",
    ]
  `);
});
