import { accessChanges, type AccessChange, type Loose } from "@kit/kube";
import type { ObjectChange } from "../compare-objects.ts";
import type { ObjectSet } from "../input/object-set.ts";
import type { RiskContext } from "./define-risk.ts";

const known = new WeakMap<ObjectChange, readonly AccessChange[]>();

/**
 * What a change of a role or binding comes to, by all roles together. Undefined of what is neither.
 */
export function accessIn(change: ObjectChange, { before, after }: RiskContext): readonly AccessChange[] | undefined {
  const { id, previous } = change;
  if (id.group !== "rbac.authorization.k8s.io") return undefined;
  const asked = known.get(change);
  if (asked !== undefined) return asked;
  const [own, others] = [rolesIn(before), rolesIn(after)];
  const found = (previous === undefined ? [id] : [previous, id]).flatMap((one) => accessChanges(own, others, one));
  known.set(change, found);
  return found;
}

const sides = new WeakMap<ObjectSet, readonly Loose[]>();

/** The roles and bindings of a side: the same list each time. */
function rolesIn(side: ObjectSet): readonly Loose[] {
  const found = sides.get(side) ?? side.mentioning("rbac.authorization.k8s.io").map(({ data }) => data);
  sides.set(side, found);
  return found;
}

/** What may be done, in a clause; the first of it where it is much. */
export function actionsText(actions: readonly string[]): string {
  const more = actions.length > 3 ? `; and ${actions.length - 3} more` : "";
  return actions.slice(0, 3).join("; ") + more;
}

/** Verbs by which somebody gives rights to himself. */
export function isEscalation(actions: readonly string[]): boolean {
  return actions.some((action) => /\b(?:bind|escalate|impersonate|every verb on|any other verb on)\b/.test(action));
}
