import { expect, test } from "vitest";
import { dockerSock } from "../../../src/checks/security/docker-sock.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const mounting = (...paths: readonly string[]): object => ({
  volumes: paths.map((path, index) => ({ name: `node-${index}`, hostPath: { path } })),
});

test("nothing to find", () => {
  expect(
    judge(
      dockerSock,
      documents(workload({ pod: mounting("/var/run/app.sock", "/data/docker.sock.bak", "/mydocker.sock") })),
    ),
  ).toEqual([]);
});

test("sockets of runtimes", () => {
  expect(
    judge(
      dockerSock,
      documents(
        workload({ pod: mounting("/var/run/docker.sock", "/run/containerd/containerd.sock", "/run/crio/crio.sock") }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.volumes[0].hostPath.path: volume node-0 is the node's /var/run/docker.sock: who has it can start any container on the node; leave it out; build images without a runtime, and ask the Kubernetes API for the rest",
      "warning Deployment shop/web spec.template.spec.volumes[1].hostPath.path: volume node-1 is the node's /run/containerd/containerd.sock: who has it can start any container on the node; leave it out; build images without a runtime, and ask the Kubernetes API for the rest",
      "warning Deployment shop/web spec.template.spec.volumes[2].hostPath.path: volume node-2 is the node's /run/crio/crio.sock: who has it can start any container on the node; leave it out; build images without a runtime, and ask the Kubernetes API for the rest",
    ]
  `);
});
