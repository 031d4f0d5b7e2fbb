import { expect, test } from "vitest";
import { sshPort } from "../../../src/checks/security/ssh-port.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(
    judge(
      sshPort,
      documents(workload({ container: { ports: [{ containerPort: 2222 }, { containerPort: 22, protocol: "UDP" }] } })),
    ),
  ).toEqual([]);
});

test("port 22", () => {
  expect(judge(sshPort, documents(workload({ container: { ports: [{ containerPort: 80 }, { containerPort: 22 }] } }))))
    .toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.containers[0].ports[1].containerPort: container web opens port 22, which is SSH's; leave the SSH server out: kubectl exec asks the API server, which knows who may",
    ]
  `);
});
