import { toJson } from "@kit/yaml";
import type { Path } from "@kit/schema";
import { containerCheck, type ReportFinding } from "../../define-check.ts";
import { handlersOf, type HandlerView } from "../../pods/handlers.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { portProblem } from "../../syntax/port.ts";

export const probeAction = containerCheck({
  id: "probe-action",
  group: "api-validity",
  severity: "error",
  title: "what a probe or a lifecycle hook is to do cannot be done: no command, no such port",
  standsFor: ["probe-port", "probe-port-undeclared"],
  run: (container, report) => {
    for (const view of handlersOf(container)) judge(view, graceOf(container.pod), report);
  },
});

function judge({ handler, actions, path }: HandlerView, grace: number, report: ReportFinding): void {
  const { exec, httpGet, tcpSocket, grpc, sleep } = handler;
  if (exec !== undefined && (exec.command ?? []).length === 0) {
    report({ path: [...path, "exec", "command"], message: "the command is empty", fix: "write the command" });
  }
  if (httpGet !== undefined) {
    judgePort(report, [...path, "httpGet", "port"], httpGet.port);
    httpGet.httpHeaders?.forEach(({ name }, index) => {
      const place = [...path, "httpGet", "httpHeaders", index, "name"];
      judgeText(report, { path: place, what: "the header's name", text: name, problem: headerProblem });
    });
  }
  if (tcpSocket !== undefined) judgePort(report, [...path, "tcpSocket", "port"], tcpSocket.port);
  if (grpc !== undefined && actions.includes("grpc")) judgePort(report, [...path, "grpc", "port"], grpc.port);
  if (sleep === undefined || !actions.includes("sleep")) return;
  const { seconds = 0 } = sleep;
  if (seconds >= 0 && seconds <= grace) return;
  const message = `the hook sleeps ${seconds} seconds, and must from 0 to terminationGracePeriodSeconds, ${grace}`;
  report({ path: [...path, "sleep", "seconds"], message, fix: "sleep shorter, or give the pod more time" });
}

function judgePort(report: ReportFinding, path: Path, port: number | string | undefined): void {
  const problem = portProblem(port ?? 0);
  if (problem === undefined) return;
  const message = port === undefined ? "the port is missing" : `the port ${toJson(port)} ${problem}`;
  const isNumber = typeof port === "string" && /^\d+$/.test(port);
  report({
    path,
    message,
    fix: isNumber ? `write the number ${port} without quotes` : "write a port of the container",
  });
}

function headerProblem(name: string): string | undefined {
  return /^[-A-Za-z0-9]+$/.test(name) ? undefined : "must consist of letters, digits and hyphens";
}

/** A Pod's negative time becomes a second; a template's stays. */
function graceOf({
  spec,
  object,
}: {
  readonly spec: { terminationGracePeriodSeconds?: number | undefined };
  readonly object: { readonly kind: string };
}): number {
  const { terminationGracePeriodSeconds: seconds = 30 } = spec;
  return seconds < 0 && object.kind === "Pod" ? 1 : seconds;
}
