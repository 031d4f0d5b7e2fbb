import { knownKinds, groupOf, isBuiltInGroup } from "@kit/schema";

/**
 * Whether a kind is what people mean who say its name alone: the API's own, else that of a pinned definition; of several
 * such the core group's, else the first group's by its name. `Service` is the core's, not Knative's.
 */
export function isMeantByName(apiVersion: string, kind: string): boolean {
  const owner = owners().get(kind.toLowerCase());
  return owner?.kind === kind && owner.group === groupOf(apiVersion);
}

interface Owner {
  readonly group: string;
  readonly kind: string;
}

let known: ReadonlyMap<string, Owner> | undefined;

function owners(): ReadonlyMap<string, Owner> {
  return (known ??= byName());
}

function byName(): Map<string, Owner> {
  const kinds = knownKinds().map(({ apiVersion, kind }): Owner => ({ group: groupOf(apiVersion), kind }));
  const found = new Map<string, Owner>();
  for (const one of kinds.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.group < b.group ? -1 : 1))) {
    const name = one.kind.toLowerCase();
    if (!found.has(name)) found.set(name, one);
  }
  return found;
}

function rankOf({ group }: Owner): number {
  return group === "" ? 0 : isBuiltInGroup(group) ? 1 : 2;
}
