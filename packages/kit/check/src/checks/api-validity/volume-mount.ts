import type { Path } from "@kit/schema";
import { podCheck, type ReportFinding } from "../../define-check.ts";
import { volumesOf } from "../../pods/volumes.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { descendingPathProblem } from "../../syntax/file-path.ts";
import type { ContainerView, LooseContainer } from "../../view/index.ts";

export const volumeMount = podCheck({
  id: "volume-mount",
  group: "api-validity",
  severity: "error",
  title: "a container mounts a volume that the pod does not have, or in a way that cannot be",
  run: (pod, report) => {
    const volumes = new Set(volumesOf(pod).map(({ name }) => name));
    for (const view of pod.containers) {
      view.container.volumeMounts?.forEach((mount, index) => {
        const path = [...view.path, "volumeMounts", index];
        judgeVolume(report, path, mount, volumes);
        judgePaths(report, path, mount, view);
        judgeWays(report, path, mount, view);
      });
    }
  },
});

type Mount = NonNullable<LooseContainer["volumeMounts"]>[number];

function judgeVolume(report: ReportFinding, path: Path, { name = "" }: Mount, volumes: ReadonlySet<unknown>): void {
  const place = [...path, "name"];
  judgeText(report, { path: place, what: "the volume's name", text: name });
  if (name === "" || volumes.has(name)) return;
  const message = `the pod has no volume ${JSON.stringify(name)}`;
  report({ path: place, message, fix: "add the volume to the pod, or name one of its volumes" });
}

function judgePaths(report: ReportFinding, path: Path, mount: Mount, { container }: ContainerView): void {
  const { name, mountPath, subPath = "", subPathExpr = "" } = mount;
  // Two mounts at one path have the same key in the list of mounts.
  judgeText(report, { path: [...path, "mountPath"], what: "mountPath", text: mountPath });
  for (const device of container.volumeDevices ?? []) {
    if (device.name === name) {
      const message = `the volume ${JSON.stringify(name)} is a device of the container too`;
      report({ path: [...path, "name"], message, fix: "use it as a file system or as a device" });
    }
    if (device.devicePath !== mountPath) continue;
    const message = `a device of the container is at ${JSON.stringify(mountPath)} too`;
    report({ path: [...path, "mountPath"], message, fix: "give each a path of its own" });
  }
  for (const [field, text] of Object.entries({ subPath, subPathExpr })) {
    if (text === "") continue;
    judgeText(report, { path: [...path, field], what: field, text, problem: descendingPathProblem });
  }
  if (subPath === "" || subPathExpr === "") return;
  const message = "the mount has subPath and subPathExpr";
  report({ path: [...path, "subPathExpr"], message, fix: "keep one of them" });
}

function judgeWays(report: ReportFinding, path: Path, mount: Mount, { container }: ContainerView): void {
  const { mountPropagation: propagation, readOnly, recursiveReadOnly: recursive } = mount;
  const privileged = container.securityContext?.privileged === true;
  if (propagation === "Bidirectional" && !privileged) {
    const message = "mountPropagation is Bidirectional in a container that is not privileged";
    report({ path: [...path, "mountPropagation"], message, fix: "write HostToContainer or None" });
  }
  const place = [...path, "recursiveReadOnly"];
  judgeOneOf(report, { path: place, what: "recursiveReadOnly", word: recursive, words: recursiveWords });
  if (recursive !== "Enabled" && recursive !== "IfPossible") return;
  if (readOnly !== true) {
    const message = `recursiveReadOnly is ${recursive} in a mount that is not read-only`;
    report({ path: place, message, fix: "set readOnly to true too" });
  }
  if (propagation === undefined || propagation === "None") return;
  const message = `recursiveReadOnly is ${recursive} and mountPropagation ${propagation}`;
  report({ path: place, message, fix: "leave one of them out" });
}

const recursiveWords = ["Disabled", "IfPossible", "Enabled"];
