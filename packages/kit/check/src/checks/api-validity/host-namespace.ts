import { podCheck, type ReportFinding } from "../../define-check.ts";
import type { PodView } from "../../view/index.ts";

export const hostNamespace = podCheck({
  id: "host-namespace",
  group: "api-validity",
  severity: "error",
  title: "a pod shares namespaces of the host that exclude another of its fields",
  run: (pod, report) => {
    const { spec, path } = pod;
    if (spec.hostPID === true && spec.shareProcessNamespace === true) {
      const message = "shareProcessNamespace is set in a pod that shares the host's processes";
      report({ path: [...path, "shareProcessNamespace"], message, fix: "leave it out" });
    }
    if (spec.hostUsers === false) judgeOwnUsers(pod, report);
  },
});

function judgeOwnUsers({ spec, path, containers }: PodView, report: ReportFinding): void {
  for (const field of ["hostNetwork", "hostPID", "hostIPC"] as const) {
    if (spec[field] !== true) continue;
    const message = `${field} is true in a pod that has users of its own`;
    report({ path: [...path, field], message, fix: `leave one of ${field} and hostUsers out` });
  }
  for (const { container, path: of } of containers) {
    if ((container.volumeDevices ?? []).length === 0) continue;
    const message = "a container has devices in a pod that has users of its own";
    report({ path: [...of, "volumeDevices"], message, fix: "leave the devices out, or hostUsers" });
  }
}
