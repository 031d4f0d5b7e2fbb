import { toJson } from "@kit/yaml";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { portProblem } from "../../syntax/port.ts";
import type { View } from "../../view/index.ts";

export const networkPolicyPort = objectCheck({
  id: "network-policy-port",
  group: "api-validity",
  severity: "error",
  title: "a NetworkPolicy has an invalid port or range of ports",
  kinds: ["NetworkPolicy"],
  run: ({ data: { spec = {} } }, report) => {
    for (const direction of ["ingress", "egress"] as const) {
      spec[direction]?.forEach(({ ports = [] }, rule) => {
        ports.forEach((port, index) => judgePort(port, ["spec", direction, rule, "ports", index], report));
      });
    }
  },
});

type Rule = NonNullable<NonNullable<View<"NetworkPolicy">["data"]["spec"]>["ingress"]>[number];
type Port = NonNullable<Rule["ports"]>[number];

function judgePort({ protocol, port, endPort }: Port, path: Path, report: ReportFinding): void {
  // The empty text is not a default here, as it is of a Service's.
  const words = ["TCP", "UDP", "SCTP"];
  judgeOneOf(report, { path: [...path, "protocol"], what: "the protocol", word: protocol, words });
  const problem = port === undefined ? undefined : portProblem(port);
  if (problem !== undefined) {
    const message = `the port is ${toJson(port)}, and ${problem}`;
    report({ path: [...path, "port"], message, fix: "write a port's number without quotes, or its name" });
  }
  if (endPort === undefined) return;
  const ofEnd = endProblem(port, endPort);
  if (ofEnd === undefined) return;
  const message = `endPort is ${endPort}, and ${ofEnd}`;
  report({ path: [...path, "endPort"], message, fix: "correct endPort, or remove it" });
}

function endProblem(port: number | string | undefined, endPort: number): string | undefined {
  if (port === undefined) return "the port is missing";
  if (typeof port === "string") return "the port is a name";
  return endPort < port ? `must not be below the port, ${port}` : portProblem(endPort);
}
