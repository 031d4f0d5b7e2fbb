import { describe, expect, test } from "vitest";
import { targetPortUndeclared } from "../../../src/checks/references/target-port-undeclared.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

const service = (port: string): string =>
  object("Service", "web", `spec: { selector: { app: web }, ports: [{ ${port} }] }`);
const open = workload({ container: "ports: [{ name: http, containerPort: 8080 }]" });

describe("target-port-undeclared", () => {
  test.for([
    service("port: 80, targetPort: 8080") + open,
    service("port: 8080") + open,
    service("port: 80, targetPort: http") + open,
    // Nobody has to declare ports.
    service("port: 80, targetPort: 8080") + workload(),
    service("port: 80, targetPort: 8080"),
  ])("passes %$", (manifests) => {
    expect(judge(targetPortUndeclared, manifests)).toEqual([]);
  });

  test("finds a number that no selected container opens", () => {
    expect(judge(targetPortUndeclared, service("name: http, port: 80, targetPort: 8081") + open))
      .toMatchInlineSnapshot(`
      [
        "warning Service default/web spec.ports[0].targetPort: port http (80) leads to port 8081, and no container of the selected pods opens it; write a port of the pods (they open 8080 (http)), or add 8081 to the container's \`ports\`",
      ]
    `);
    expect(judge(targetPortUndeclared, service("port: 80") + open)).toMatchInlineSnapshot(`
      [
        "warning Service default/web spec.ports[0].port: port 80 leads to port 80, and no container of the selected pods opens it; write a port of the pods (they open 8080 (http)), or add 80 to the container's \`ports\`",
      ]
    `);
    expect(judge(targetPortUndeclared, service("port: 53, targetPort: 8080, protocol: UDP") + open))
      .toMatchInlineSnapshot(`
      [
        "warning Service default/web spec.ports[0].targetPort: port 53 leads to port 8080, and no container of the selected pods opens it; write a port of the pods (they open none by this protocol), or add 8080 to the container's \`ports\`",
      ]
    `);
  });
});
