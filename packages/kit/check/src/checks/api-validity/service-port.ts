import { dnsLabelProblem, qualifiedNameProblem } from "@kit/kube/names";
import { toJson } from "@kit/yaml";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeOptionalText, judgeText } from "../../rules/judge-text.ts";
import { portProblem } from "../../syntax/port.ts";
import type { View } from "../../view/index.ts";

export const servicePort = objectCheck({
  id: "service-port",
  group: "api-validity",
  severity: "error",
  title: "a Service has no port, or one with an invalid number, name or target",
  kinds: ["Service"],
  run: ({ data: { spec = {} } }, report) => {
    const { ports = [], clusterIP, type } = spec;
    if (ports.length === 0 && clusterIP !== "None" && type !== "ExternalName") {
      const message = "the Service has no ports";
      report({ path: ["spec", "ports"], message, fix: "write a port, or set clusterIP to None" });
    }
    const taken = new Set<string>();
    ports.forEach((port, index) => {
      const path = ["spec", "ports", index];
      judgePort(port, path, report);
      if (ports.some((other, at) => at < index && isSame(other, port))) {
        const message = `port ${port.port} is there twice: an empty protocol is TCP`;
        report({ path, message, fix: "remove one of them" });
      }
      const { name } = port;
      const rule = { path: [...path, "name"], what: "the port's name", text: name, problem: dnsLabelProblem };
      if (ports.length > 1) judgeText(report, rule);
      else judgeOptionalText(report, rule);
      if (name === undefined || name === "") return;
      if (taken.has(name)) {
        const message = `another port of the Service is called ${toJson(name)} too`;
        report({ path: [...path, "name"], message, fix: "give each port a name of its own" });
      }
      taken.add(name);
    });
  },
});

type Port = NonNullable<NonNullable<View<"Service">["data"]["spec"]>["ports"]>[number];

/** Whether the server takes two entries for one that differ as keys of the list. */
function isSame(one: Port, other: Port): boolean {
  return (
    one.port === other.port && one.protocol !== other.protocol && (one.protocol || "TCP") === (other.protocol || "TCP")
  );
}

function judgePort({ port, targetPort, appProtocol }: Port, path: Path, report: ReportFinding): void {
  const problem = port === undefined ? undefined : portProblem(port);
  if (problem !== undefined) {
    report({
      path: [...path, "port"],
      message: `port is ${port}, and ${problem}`,
      fix: "set it to the port to serve",
    });
  }
  const isSet = targetPort !== undefined && targetPort !== 0 && targetPort !== "";
  const ofTarget = isSet ? portProblem(targetPort) : undefined;
  if (ofTarget !== undefined) {
    const message = `targetPort is ${toJson(targetPort)}, and ${ofTarget}`;
    const fix = "write a port's number without quotes, or its name in the container";
    report({ path: [...path, "targetPort"], message, fix });
  }
  if (appProtocol === undefined) return;
  const place = [...path, "appProtocol"];
  judgeText(report, { path: place, what: "appProtocol", text: appProtocol, problem: qualifiedNameProblem });
}
