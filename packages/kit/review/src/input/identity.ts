import { groupOf, type GroupIdentity, type Loose } from "@kit/kube";
import { textAt } from "../data.ts";

/** What tells objects of a cluster apart; the namespace is undefined where the object does not say one. */
export type ObjectId = Required<GroupIdentity>;

/** Of an object that the API server is to name, the name is what that begins with. */
export function objectIdOf(data: Loose): ObjectId {
  const apiVersion = textAt(data, "apiVersion") ?? "";
  return {
    group: groupOf(apiVersion),
    kind: textAt(data, "kind") ?? "",
    namespace: textAt(data, "metadata", "namespace"),
    name: textAt(data, "metadata", "name") ?? textAt(data, "metadata", "generateName") ?? "",
  };
}
