import { expect, test } from "vitest";
import { writableHostMount } from "../../../src/checks/security/writable-host-mount.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const mount = (rest: object): object => ({ volumeMounts: [{ name: "data", mountPath: "/data", ...rest }] });
const web = (rest: object): object =>
  workload({ pod: { volumes: [{ name: "data", hostPath: { path: "/data" } }] }, container: mount(rest) });

test("nothing to find", () => {
  expect(judge(writableHostMount, documents(web({ readOnly: true })))).toEqual([]);
  expect(
    judge(
      writableHostMount,
      documents(workload({ pod: { volumes: [{ name: "data", emptyDir: {} }] }, container: mount({}) })),
    ),
  ).toEqual([]);
});

test("a mount that may be written", () => {
  expect(judge(writableHostMount, documents(web({}), web({ readOnly: false })))).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].volumeMounts[0].readOnly: container web may write to the node's /data; set readOnly to true",
      "warning Deployment shop/web spec.template.spec.containers[0].volumeMounts[0].readOnly: container web may write to the node's /data; set readOnly to true",
    ]
  `);
});
