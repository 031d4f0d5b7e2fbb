import { dnsSubdomainProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { windowsUserProblem } from "../../syntax/windows-user.ts";
import type { PodView } from "../../view/index.ts";

export const windowsOptions = podCheck({
  id: "windows-options",
  group: "api-validity",
  severity: "error",
  title: "an option for Windows is invalid, or only some of a pod's containers run on the host",
  run: (pod, report) => {
    judgeOptions(report, [...pod.path, "securityContext"], pod.spec.securityContext?.windowsOptions);
    for (const { container, path } of pod.containers) {
      judgeOptions(report, [...path, "securityContext"], container.securityContext?.windowsOptions);
    }
    judgeHostProcess(pod, report);
  },
});

type Options = NonNullable<NonNullable<PodView["spec"]["securityContext"]>["windowsOptions"]>;

const largest = 64 * 1024;

function judgeOptions(report: ReportFinding, path: Path, options: Options = {}): void {
  const { gmsaCredentialSpecName: name, gmsaCredentialSpec: spec, runAsUserName: user } = options;
  const place = [...path, "windowsOptions"];
  if (name !== undefined) {
    const what = "gmsaCredentialSpecName";
    judgeText(report, { path: [...place, what], what, text: name, problem: dnsSubdomainProblem });
  }
  // What it says is nobody's business.
  if (spec !== undefined && (spec === "" || spec.length > largest)) {
    const message = `gmsaCredentialSpec is ${spec === "" ? "empty" : "larger than 64 KiB"}`;
    report({ path: [...place, "gmsaCredentialSpec"], message, fix: "correct it, or leave it out" });
  }
  if (user === undefined) return;
  const what = "runAsUserName";
  judgeText(report, { path: [...place, what], what, text: user, problem: windowsUserProblem });
}

function judgeHostProcess({ spec, path, containers }: PodView, report: ReportFinding): void {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  const own = containers.map(({ container }) => container.securityContext?.windowsOptions?.hostProcess);
  const fix = "set hostProcess of the pod, and of no container";
  containers.forEach((container, index) => {
    if (ofPod === undefined || own[index] === undefined || own[index] === ofPod) return;
    const message = `hostProcess of the container is ${own[index]}, and that of the pod ${ofPod}`;
    report({ path: [...container.path, "securityContext", "windowsOptions", "hostProcess"], message, fix });
  });
  const onHost = own.filter((one) => one ?? ofPod ?? false).length;
  if (onHost === 0) return;
  if (onHost !== own.length) {
    const message = "some of the containers are host processes, and some are not";
    report({ path: [...path, "securityContext", "windowsOptions", "hostProcess"], message, fix });
  }
  if (spec.hostNetwork === true) return;
  const message = "the containers are host processes, and hostNetwork is not true";
  report({ path: [...path, "hostNetwork"], message, fix: "set hostNetwork to true" });
}
