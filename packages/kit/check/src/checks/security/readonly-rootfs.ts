import { podCheck } from "../../define-check.ts";
import { isForWindows } from "../../pod-security.ts";
import { containerContext } from "../../security-contexts.ts";

export const readonlyRootfs = podCheck({
  id: "readonly-rootfs",
  group: "security",
  severity: { development: "info", production: "warning" },
  title: "a container may write to its own file system, and so may anyone who gets into it",
  run: (pod, report) => {
    if (isForWindows(pod)) return;
    const containers = pod.containers.filter(({ role }) => role !== "ephemeral");
    for (const { owner, path, context } of containers.map(containerContext)) {
      if (context.readOnlyRootFilesystem === true) continue;
      const message = `${owner} may write to its root file system`;
      const fix = "set readOnlyRootFilesystem to true, and mount an emptyDir where it has to write";
      report({ path: [...path, "readOnlyRootFilesystem"], message, fix });
    }
  },
});
