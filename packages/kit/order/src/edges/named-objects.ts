import { isClusterKind, referencesOf, type PodReference, type Reference } from "@kit/kube";
import type { IndexedObject, ObjectIndex } from "../object-index.ts";

/** What an object itself names, as its kind's fields do, and not by the pods that it makes. */
export function ownReferences({ data }: IndexedObject): Reference[] {
  return referencesOf(data).filter((reference) => !isOfPod(reference));
}

/** Those objects of a kind that an object itself names, and that are there. */
export function namedObjects(index: ObjectIndex, entry: IndexedObject, kind?: string): IndexedObject[] {
  return ownReferences(entry).flatMap((reference) => {
    const found = kind === undefined || typeOf(reference) === kind ? findNamed(index, entry, reference) : undefined;
    return found === undefined ? [] : [found];
  });
}

/** What a reference names, where it is there. */
function findNamed(index: ObjectIndex, { node }: IndexedObject, reference: Reference): IndexedObject | undefined {
  const { group = "", kind, name, namespace = node.namespace ?? index.unplaced } = reference;
  return index.find(typeOf(reference), isClusterKind({ group, kind }) ? undefined : namespace, name);
}

/** With its group: `apps/Deployment`, `/ConfigMap`. */
export function typeOf({ group = "", kind }: Reference): string {
  return `${group}/${kind}`;
}

function isOfPod(reference: Reference | PodReference): boolean {
  return "by" in reference;
}
