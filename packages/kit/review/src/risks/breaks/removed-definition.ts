import { removedKind } from "../removed-kind.ts";

export const removedDefinition = removedKind({
  id: "removed-definition",
  title: "a CustomResourceDefinition is removed",
  group: "apiextensions.k8s.io",
  kind: "CustomResourceDefinition",
  reason: "every object of its kind is deleted with it, in all namespaces",
  consequence: "is deleted with every object of its kind",
});
