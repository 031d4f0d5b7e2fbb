import { podCheck } from "../../define-check.ts";
import { volumesOf } from "../../pods/volumes.ts";

export const volumeSource = podCheck({
  id: "volume-source",
  group: "api-validity",
  severity: "error",
  title: "a volume has more than one source",
  run: (pod, report) => {
    for (const { volume = {}, path } of volumesOf(pod)) {
      // One without a source is an emptyDir.
      const sources = Object.entries(volume).flatMap(([field, value]) =>
        field === "name" || value === undefined ? [] : [field],
      );
      if (sources.length < 2) continue;
      const message = `the volume has ${sources.length} sources: ${sources.join(", ")}`;
      report({ path, message, fix: "keep one of them, or make a volume of each" });
    }
  },
});
