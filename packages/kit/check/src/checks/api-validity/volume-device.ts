import { podCheck } from "../../define-check.ts";
import { volumesOf, type PodVolume } from "../../pods/volumes.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { noStepsBackProblem } from "../../syntax/file-path.ts";

export const volumeDevice = podCheck({
  id: "volume-device",
  group: "api-validity",
  severity: "error",
  title: "a container uses a volume as a device that the pod does not have, or that is not a claim",
  run: (pod, report) => {
    const volumes = new Map(volumesOf(pod).map((volume) => [volume.name, volume]));
    for (const { container, path } of pod.containers) {
      const names = new Set<string>();
      container.volumeDevices?.forEach(({ name = "", devicePath }, index) => {
        const place = [...path, "volumeDevices", index];
        const at = [...place, "devicePath"];
        judgeText(report, { path: [...place, "name"], what: "the volume's name", text: name });
        judgeText(report, { path: at, what: "devicePath", text: devicePath, problem: noStepsBackProblem });
        if (name === "") return;
        const problem = names.has(name) ? "is a device of the container twice" : volumeProblem(volumes.get(name));
        names.add(name);
        if (problem === undefined) return;
        const message = `the volume ${JSON.stringify(name)} ${problem}`;
        report({ path: [...place, "name"], message, fix: "name a volume with a claim, once" });
      });
    }
  },
});

/** Claims alone can be devices: those by name, those of an ephemeral volume, those of a StatefulSet. */
function volumeProblem(found: PodVolume | undefined): string | undefined {
  if (found === undefined) return "is not one of the pod";
  const { volume } = found;
  if (volume === undefined || volume.persistentVolumeClaim !== undefined || volume.ephemeral !== undefined) {
    return undefined;
  }
  return "is not a claim, and cannot be a device";
}
