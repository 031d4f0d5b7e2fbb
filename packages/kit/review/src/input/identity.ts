import { groupOf } from "@kit/kube";
import { textAt, type Data } from "../data.ts";

/** What tells objects of a cluster apart. Another version of a group has the same objects. */
export interface Identity {
  /** Such as `apps`; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Undefined where the object does not say one. */
  readonly namespace: string | undefined;
  readonly name: string;
}

export function identityOf(data: Data): Identity {
  const apiVersion = textAt(data, "apiVersion") ?? "";
  return {
    group: groupOf(apiVersion),
    kind: textAt(data, "kind") ?? "",
    namespace: textAt(data, "metadata", "namespace"),
    name: textAt(data, "metadata", "name") ?? textAt(data, "metadata", "generateName") ?? "",
  };
}

/** A text that two objects have in common where they are one to the API server. */
export function identityKey({ group, kind, namespace = "", name }: Identity): string {
  return [group, kind, namespace, name].join("/");
}

/** `Deployment prod/backend`: how a review names an object. */
export function nameText({ kind, namespace, name }: Identity): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
