import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import type { ContainerView } from "../../view/index.ts";

export const securityContext = podCheck({
  id: "security-context",
  group: "api-validity",
  severity: "error",
  title: "a security context's fields exclude one another",
  run: ({ spec, path, containers }, report) => {
    // The other policies wait behind a gate that is shut by default.
    judgeOneOf(report, {
      path: [...path, "securityContext", "seLinuxChangePolicy"],
      what: "seLinuxChangePolicy",
      word: spec.securityContext?.seLinuxChangePolicy,
      words: ["Recursive"],
    });
    for (const container of containers) judge(container, spec.hostUsers !== false, report);
  },
});

function judge({ container, path }: ContainerView, hostUsers: boolean, report: ReportFinding): void {
  const { privileged, allowPrivilegeEscalation: escalation, capabilities, procMount } = container.securityContext ?? {};
  const place = [...path, "securityContext"];
  if (escalation === false && privileged === true) {
    const message = "allowPrivilegeEscalation is false in a privileged container";
    const fix = "set privileged to false, or leave allowPrivilegeEscalation out";
    report({ path: [...place, "allowPrivilegeEscalation"], message, fix });
  }
  if (escalation === false && capabilities?.add?.includes("CAP_SYS_ADMIN") === true) {
    const message = "allowPrivilegeEscalation is false in a container that adds CAP_SYS_ADMIN";
    const fix = "take the capability out, or leave allowPrivilegeEscalation out";
    report({ path: [...place, "allowPrivilegeEscalation"], message, fix });
  }
  if (procMount !== "Unmasked" || !hostUsers) return;
  const message = "procMount is Unmasked in a pod that shares the host's users";
  report({ path: [...place, "procMount"], message, fix: "set the pod's hostUsers to false, or leave procMount out" });
}
