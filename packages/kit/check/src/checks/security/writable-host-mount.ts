import { podCheck } from "../../define-check.ts";
import { describeContainer } from "../../describe-container.ts";
import { hostPathsOf } from "../../host-paths.ts";

export const writableHostMount = podCheck({
  id: "writable-host-mount",
  group: "security",
  severity: { development: "info", production: "warning" },
  title: "a container may write to its node",
  run: (pod, report) => {
    const files = new Map(hostPathsOf(pod).map(({ volume, file }) => [volume, file]));
    for (const container of pod.containers) {
      container.container.volumeMounts?.forEach(({ name = "", readOnly }, index) => {
        const file = files.get(name);
        if (file === undefined || readOnly === true) return;
        const message = `${describeContainer(container)} may write to the node's ${file}`;
        report({ path: [...container.path, "volumeMounts", index, "readOnly"], message, fix: "set readOnly to true" });
      });
    }
  },
});
