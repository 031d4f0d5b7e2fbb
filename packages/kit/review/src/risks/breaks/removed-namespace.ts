import { removedKind } from "../removed-kind.ts";

export const removedNamespace = removedKind({
  id: "removed-namespace",
  title: "a Namespace is removed",
  group: "",
  kind: "Namespace",
  reason: "everything in it is deleted with it, also what is not in this repository",
  consequence: "is deleted with everything in it",
});
