import { expect, test } from "vitest";
import { privilegedPort } from "../../../src/checks/security/privileged-port.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(privilegedPort, documents(workload({ container: { ports: [{ containerPort: 1024 }] } })))).toEqual([]);
});

test("port 80", () => {
  expect(
    judge(
      privilegedPort,
      documents(
        workload({
          container: {
            ports: [{ containerPort: 80 }, { containerPort: 8080 }, { containerPort: 53, protocol: "UDP" }],
          },
        }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "info Deployment shop/web spec.template.spec.containers[0].ports[0].containerPort: container web opens port 80, which may take a privilege to open; let it open a port from 1024 up; the Service can still offer the other",
      "info Deployment shop/web spec.template.spec.containers[0].ports[2].containerPort: container web opens port 53, which may take a privilege to open; let it open a port from 1024 up; the Service can still offer the other",
    ]
  `);
});
