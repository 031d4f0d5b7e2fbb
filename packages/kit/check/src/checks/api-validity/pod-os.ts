import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";
import type { PodView } from "../../view/index.ts";

export const podOs = podCheck({
  id: "pod-os",
  group: "api-validity",
  severity: "error",
  title: "a pod for one operating system has fields of another",
  run: (pod, report) => {
    const { os } = pod.spec;
    if (os === undefined) return;
    const path = [...pod.path, "os", "name"];
    judgeText(report, { path, what: "the operating system", text: os.name });
    if (os.name === "linux") judgeLinux(pod, report);
    else if (os.name === "windows") judgeWindows(pod, report);
    else if (os.name !== "") judgeOneOf(report, { path, what: "the operating system", word: os.name, words: systems });
  },
});

const systems = ["linux", "windows"];

/** The fields of a pod, and of its and its containers' security contexts, that Windows does not know. */
const ofPod = ["hostUsers", "hostPID", "hostIPC", "shareProcessNamespace"] as const;
const ofPodContext = [
  "appArmorProfile",
  "fsGroup",
  "fsGroupChangePolicy",
  "runAsGroup",
  "runAsUser",
  "seLinuxChangePolicy",
  "seLinuxOptions",
  "seccompProfile",
  "supplementalGroups",
  "supplementalGroupsPolicy",
  "sysctls",
] as const;
const ofContainerContext = [
  "allowPrivilegeEscalation",
  "appArmorProfile",
  "capabilities",
  "privileged",
  "procMount",
  "readOnlyRootFilesystem",
  "runAsGroup",
  "runAsUser",
  "seLinuxOptions",
  "seccompProfile",
] as const;

function judgeLinux({ spec, path, containers }: PodView, report: ReportFinding): void {
  const places = [
    { context: spec.securityContext, path },
    ...containers.map(({ container, path: of }) => ({ context: container.securityContext, path: of })),
  ];
  for (const { context, path: of } of places) {
    if (context?.windowsOptions === undefined) continue;
    const message = "windowsOptions is set in a pod for Linux";
    report({ path: [...of, "securityContext", "windowsOptions"], message, fix: "leave it out" });
  }
}

function judgeWindows({ spec, path, containers }: PodView, report: ReportFinding): void {
  for (const field of ofPod) {
    // False is what hostPID and hostIPC are anyway.
    const isSet = field === "hostPID" || field === "hostIPC" ? spec[field] === true : spec[field] !== undefined;
    if (!isSet) continue;
    report({ path: [...path, field], message: `${field} is set in a pod for Windows`, fix: "leave it out" });
  }
  const places = [
    { context: spec.securityContext, of: path, fields: ofPodContext },
    ...containers.map((one) => ({
      context: one.container.securityContext,
      of: one.path,
      fields: ofContainerContext,
    })),
  ];
  for (const { context, of, fields } of places) {
    for (const field of fields) {
      const value = (context as Readonly<Record<string, unknown>> | undefined)?.[field];
      if (value === undefined || (field === "sysctls" && (value as readonly unknown[]).length === 0)) continue;
      const message = `${field} is set in a pod for Windows`;
      report({ path: [...of, "securityContext", field], message, fix: "leave it out" });
    }
  }
}
