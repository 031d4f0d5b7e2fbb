import { removedKind } from "../removed-kind.ts";

export const removedVolumeClaim = removedKind({
  id: "removed-volume-claim",
  title: "a PersistentVolumeClaim is removed",
  group: "",
  kind: "PersistentVolumeClaim",
  reason: "the volume may be deleted with its claim, and what is on it is lost",
  consequence: "is deleted with its data, unless the volume's reclaim policy is Retain",
});
