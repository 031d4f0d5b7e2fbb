import { objectCheck } from "../../define-check.ts";
import { judgeVolumeSpec } from "../../volumes/judge-volume-spec.ts";

export const persistentVolume = objectCheck({
  id: "persistent-volume",
  group: "api-validity",
  severity: "error",
  title: "a PersistentVolume has no size, no access mode or not one source",
  standsFor: ["canonical-quantity"],
  kinds: ["PersistentVolume"],
  run: ({ name, data: { spec = {} } }, report) => judgeVolumeSpec(report, ["spec"], spec, { name }),
});
