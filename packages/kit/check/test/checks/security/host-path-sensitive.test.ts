import { expect, test } from "vitest";
import { hostPathSensitive } from "../../../src/checks/security/host-path-sensitive.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const mounting = (...paths: readonly string[]): object => ({
  volumes: paths.map((path, index) => ({ name: `node-${index}`, hostPath: { path } })),
});

test("nothing to find", () => {
  expect(
    judge(
      hostPathSensitive,
      documents(workload({ pod: mounting("/var/log/web", "/data", "/etc/localtime", "/varnish") })),
    ),
  ).toEqual([]);
  expect(judge(hostPathSensitive, documents(workload({ pod: { volumes: [{ name: "data", emptyDir: {} }] } })))).toEqual(
    [],
  );
});

test("what the node is made of", () => {
  expect(
    judge(hostPathSensitive, documents(workload({ pod: mounting("/", "/etc/", "/var/lib/kubelet/pods", "/proc") }))),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.volumes[0].hostPath.path: volume node-0 is the node's /, with what the node is made of; mount only the one directory that is needed, or nothing of the node",
      "warning Deployment shop/web spec.template.spec.volumes[1].hostPath.path: volume node-1 is the node's /etc, with what the node is made of; mount only the one directory that is needed, or nothing of the node",
      "warning Deployment shop/web spec.template.spec.volumes[2].hostPath.path: volume node-2 is the node's /var/lib/kubelet/pods, with what the node is made of; mount only the one directory that is needed, or nothing of the node",
      "warning Deployment shop/web spec.template.spec.volumes[3].hostPath.path: volume node-3 is the node's /proc, with what the node is made of; mount only the one directory that is needed, or nothing of the node",
    ]
  `);
});
