import { groupOf, identityKey, isClusterKind, mapOf, textOf, type DefinedKind } from "@kit/kube";
import { placeOf, type SyncPlace } from "./place.ts";

/** One object of an environment, as the graph knows it. */
export interface OrderNode extends SyncPlace {
  /** `group/kind/namespace/name`; the group is empty for the core, the namespace for what is in none. */
  readonly id: string;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
  /** Its position in the list that the graph was made from. */
  readonly index: number;
}

/**
 * @param unplaced The namespace of what names none.
 * @param defined The kinds that the objects around it define.
 */
export function nodeOf(object: unknown, index: number, unplaced: string, defined: readonly DefinedKind[]): OrderNode {
  const { apiVersion, kind: writtenKind, metadata } = mapOf(object);
  const { name: writtenName, namespace: writtenNamespace, annotations } = mapOf(metadata);
  const [group, kind] = [groupOf(textOf(apiVersion) ?? ""), textOf(writtenKind) ?? ""];
  const [name, written] = [textOf(writtenName) ?? "", textOf(writtenNamespace)];
  const namespace = isClusterKind({ group, kind }, defined) ? undefined : (written ?? unplaced);
  const id = identityKey({ group, kind, namespace, name });
  return { id, group, kind, namespace, name, index, ...placeOf(mapOf(annotations)) };
}
