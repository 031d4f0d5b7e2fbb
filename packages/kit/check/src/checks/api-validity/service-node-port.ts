import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import type { View } from "../../view/index.ts";

/** The API server's default: --service-node-port-range. */
const range = { from: 30_000, to: 32_767 };

export const serviceNodePort = objectCheck({
  id: "service-node-port",
  group: "api-validity",
  severity: "error",
  title: "a NodePort is out of range, is taken by another port, or is on a Service that has none",
  kinds: ["Service"],
  run: ({ data: { spec = {} } }, report) => {
    const { type, ports = [], healthCheckNodePort: health = 0 } = spec;
    const ofNodes = type === "NodePort" || type === "LoadBalancer";
    const taken = new Map<number, Port>();
    ports.forEach((port, index) => {
      const { nodePort = 0 } = port;
      const path = ["spec", "ports", index, "nodePort"];
      if (nodePort === 0) return;
      if (!ofNodes && type !== "ExternalName") {
        const message = `nodePort is ${nodePort}, and the Service is of type ClusterIP`;
        report({ path, message, fix: "set the type to NodePort, or remove nodePort" });
      }
      if (ofNodes) judgeRange("nodePort", nodePort, path, report);
      const other = taken.get(nodePort);
      if (other !== undefined && !mayShare(other, port, ofNodes)) {
        const message = `nodePort ${nodePort} is that of another port of the Service too`;
        report({ path, message, fix: "give each port a NodePort of its own" });
      }
      taken.set(nodePort, port);
    });
    if (health === 0 || !ofNodes) return;
    const path = ["spec", "healthCheckNodePort"];
    judgeRange("healthCheckNodePort", health, path, report);
    if (!taken.has(health)) return;
    const message = `healthCheckNodePort ${health} is the nodePort of a port too`;
    report({ path, message, fix: "give it a port of its own, or leave it out" });
  },
});

type Port = NonNullable<NonNullable<View<"Service">["data"]["spec"]>["ports"]>[number];

/** One port may be served by two protocols, and then on the same NodePort; other types reserve none. */
function mayShare(one: Port, other: Port, ofNodes: boolean): boolean {
  const [first, second] = [one, other].map(({ protocol }) => protocol || "TCP");
  return first !== second && (one.port === other.port || !ofNodes);
}

function judgeRange(what: string, value: number, path: Path, report: ReportFinding): void {
  if (value >= range.from && value <= range.to) return;
  const message = `${what} is ${value}, and must be from ${range.from} to ${range.to}`;
  report({ path, message, fix: "take a port in that range, or leave it to the API server" });
}
