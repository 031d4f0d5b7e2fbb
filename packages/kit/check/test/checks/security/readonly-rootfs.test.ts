import { expect, test } from "vitest";
import { readonlyRootfs } from "../../../src/checks/security/readonly-rootfs.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const main = { name: "web", image: "web:1", securityContext: { readOnlyRootFilesystem: true } };
const spec = { containers: [main], ephemeralContainers: [{ name: "debug", image: "busybox:1" }] };

test("nothing to find", () => {
  expect(
    judge(readonlyRootfs, documents(workload({ container: { securityContext: { readOnlyRootFilesystem: true } } }))),
  ).toEqual([]);
  expect(judge(readonlyRootfs, documents(workload({ pod: { os: { name: "windows" } } })))).toEqual([]);
  // A container for looking around.
  expect(judge(readonlyRootfs, documents({ ...workload(), apiVersion: "v1", kind: "Pod", spec }))).toEqual([]);
});

test("one and its init container", () => {
  expect(
    judge(
      readonlyRootfs,
      documents(
        workload({
          pod: {
            initContainers: [{ name: "init", image: "init:1", securityContext: { readOnlyRootFilesystem: false } }],
          },
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem: container web may write to its root file system; set readOnlyRootFilesystem to true, and mount an emptyDir where it has to write",
      "warning Deployment shop/web spec.template.spec.initContainers[0].securityContext.readOnlyRootFilesystem: init container init may write to its root file system; set readOnlyRootFilesystem to true, and mount an emptyDir where it has to write",
    ]
  `);
});
