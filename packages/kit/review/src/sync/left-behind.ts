import { describeIdentity, madeSecret, referencesOf, type Reference } from "@kit/kube";
import type { ObjectId } from "../input/identity.ts";
import type { ObjectSet } from "../input/object-set.ts";
import { usersOf } from "../judge/users.ts";
import { deleteText } from "./gone-with.ts";
import type { JudgedChange } from "../judge/judge.ts";
import type { SyncEffect } from "./sync-effect.ts";

const kinds: readonly string[] = ["Secret", "ConfigMap", "PersistentVolumeClaim"];

/** What is not of the repository, and nothing uses any more: Secrets made by hand, claims, ConfigMaps. */
export function leftBehind(
  changes: readonly Pick<JudgedChange, "id" | "previous" | "before">[],
  before: ObjectSet,
  after: ObjectSet,
): SyncEffect[] {
  const named = changes.flatMap(({ id, previous, before: object }) =>
    object === undefined
      ? []
      : referencesOf(object)
          .filter(isAsked)
          .map((one) => idOf(one, previous ?? id)),
  );
  const unique = new Map(named.map((id) => [describeIdentity(id), id]));
  const left = [...unique.values()].filter(
    (id) => !isOf(before, id) && !isOf(after, id) && usersOf(id, after).length === 0,
  );
  return left.map((id) => ({
    does: "keeps",
    objects: [describeIdentity(id)],
    about: "nothing here uses it any more, and it is not of this repository",
    next: `once nobody needs it: ${deleteText(id, [id.name])}`,
  }));
}

function isAsked({ kind, group }: Reference): boolean {
  return kinds.includes(kind) && (group ?? "") === "";
}

function idOf({ kind, name, namespace }: Reference, from: ObjectId): ObjectId {
  return { group: "", kind, name, namespace: namespace ?? from.namespace };
}

/** Whether the objects have it, or something of which an operator makes it. */
function isOf(side: ObjectSet, id: ObjectId): boolean {
  if (side.find(id) !== undefined) return true;
  if (id.kind !== "Secret") return false;
  return side
    .mentioning(id.name)
    .some(({ id: own, data }) => own.namespace === id.namespace && madeSecret(data)?.name === id.name);
}
