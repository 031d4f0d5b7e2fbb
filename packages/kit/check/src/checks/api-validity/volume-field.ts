import { podCheck } from "../../define-check.ts";
import { isBarePod } from "../../pods/bare-pod.ts";
import { volumeProblems } from "../../pods/volume-problems.ts";
import { volumesOf } from "../../pods/volumes.ts";

export const volumeField = podCheck({
  id: "volume-field",
  group: "api-validity",
  severity: "error",
  title: "a volume's source lacks what it needs, or has what it cannot",
  run: (pod, report) => {
    for (const { volume, path } of volumesOf(pod)) {
      if (volume === undefined) continue;
      volumeProblems(volume, (said) => report({ ...said, path: [...path, ...(said.path ?? [])] }));
      // A template may carry an image volume that somebody fills in later.
      if (!isBarePod(pod) || volume.image === undefined || (volume.image.reference ?? "") !== "") continue;
      const message = "the image's reference is missing";
      report({ path: [...path, "image", "reference"], message, fix: "write the image's reference" });
    }
  },
});
