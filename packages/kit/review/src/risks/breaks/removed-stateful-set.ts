import { removedKind } from "../removed-kind.ts";

export const removedStatefulSet = removedKind({
  id: "removed-stateful-set",
  title: "a StatefulSet is removed",
  group: "apps",
  kind: "StatefulSet",
  reason: "its pods stop, and the claims that it made stay behind or are deleted by its retention policy",
  consequence: "stops its pods; a new one does not take over its data",
});
