import { describe, expect, test } from "vitest";
import { targetPortMissing } from "../../../src/checks/references/target-port-missing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

const service = (port: string): string =>
  object("Service", "web", `spec: { selector: { app: web }, ports: [{ ${port} }] }`);
const open = workload({ container: "ports: [{ name: http, containerPort: 8080 }]" });

describe("target-port-missing", () => {
  test.for([
    service("port: 80, targetPort: http") + open,
    service("port: 80, targetPort: 9999") + open,
    // It selects nothing, which a check of its own finds.
    service("port: 80, targetPort: gone"),
    service("port: 80, targetPort: http") +
      workload({
        pod: "initContainers: [{ name: proxy, image: proxy, restartPolicy: Always, ports: [{ name: http, containerPort: 1 }] }]",
      }),
  ])("passes %$", (manifests) => {
    expect(judge(targetPortMissing, manifests)).toEqual([]);
  });

  test("finds a name that no selected container has by this protocol", () => {
    expect(judge(targetPortMissing, service("name: http, port: 80, targetPort: https") + open)).toMatchInlineSnapshot(`
      [
        "error Service default/web spec.ports[0].targetPort: port http (80) leads to the port https, and no container of the selected pods has a port of that name; write a port of the pods (they open 8080 (http))",
      ]
    `);
    expect(judge(targetPortMissing, service("port: 80, targetPort: http, protocol: UDP") + open))
      .toMatchInlineSnapshot(`
        [
          "error Service default/web spec.ports[0].targetPort: port 80 leads to the port http, and no container of the selected pods has a port of that name; add a port named http to the container's \`ports\`",
        ]
      `);
    expect(judge(targetPortMissing, service("port: 80, targetPort: http") + workload())).toMatchInlineSnapshot(`
      [
        "error Service default/web spec.ports[0].targetPort: port 80 leads to the port http, and no container of the selected pods has a port of that name; add a port named http to the container's \`ports\`",
      ]
    `);
  });
});
