import { describeIdentity, madeSecret, type Loose } from "@kit/kube";
import { listAt, textAt } from "../data.ts";
import type { ObjectId } from "../input/identity.ts";
import type { ObjectSet } from "../input/object-set.ts";
import { claimsOf, losesClaims } from "./claims.ts";
import type { SyncEffect } from "./sync-effect.ts";

/** What becomes of what hangs on an object that a sync deletes: its claims, its volume, the Secret that was made of it. */
export function goneWith(id: ObjectId, object: Loose, before: ObjectSet): SyncEffect[] {
  return [
    ...ofClaims(id, object),
    ...ofMadeSecret(id, object),
    ...ofFinalizers(id, object),
    ...ofContents(id, object, before),
  ];
}

function ofClaims(id: ObjectId, object: Loose): SyncEffect[] {
  const claims = claimsOf(id, object);
  if (claims.length === 0) return [];
  const objects = claims.map((name) => describeIdentity({ ...id, kind: "PersistentVolumeClaim", name }));
  if (losesClaims(object)) {
    const about = `the data is lost, because ${describeIdentity(id)} says whenDeleted: Delete`;
    return [{ does: "deletes", objects, about, next: "copy the data away first, if somebody needs it" }];
  }
  const next = `once nobody needs the data: ${deleteText({ ...id, kind: "PersistentVolumeClaim" }, claims)}`;
  return [
    { does: "keeps", objects, about: `${describeIdentity(id)} has made them, and they stay with their data`, next },
  ];
}

function ofMadeSecret(id: ObjectId, object: Loose): SyncEffect[] {
  const made = madeSecret(object);
  if (made === undefined) return [];
  const secret = { ...id, kind: "Secret", name: made.name };
  const objects = [describeIdentity(secret)];
  const policy = textAt(object, "spec", "target", "creationPolicy") ?? "Owner";
  const isOwned = id.kind === "SealedSecret" || (id.kind === "ExternalSecret" && policy === "Owner");
  if (isOwned)
    return [{ does: "deletes", objects, about: `an operator has made it of ${describeIdentity(id)}`, next: undefined }];
  const next = `once nobody needs it: ${deleteText(secret, [made.name])}`;
  return [{ does: "keeps", objects, about: `an operator has made it of ${describeIdentity(id)}, and it stays`, next }];
}

function ofFinalizers(id: ObjectId, object: Loose): SyncEffect[] {
  const finalizers = listAt(object, "metadata", "finalizers").filter((one) => typeof one === "string");
  if (finalizers.length === 0) return [];
  const about = `it is only gone when ${finalizers.join(" and ")} is done with it`;
  return [{ does: "deletes", objects: [describeIdentity(id)], about, next: undefined }];
}

function ofContents(id: ObjectId, object: Loose, before: ObjectSet): SyncEffect[] {
  const objects = [describeIdentity(id)];
  if (id.group === "" && id.kind === "Namespace") {
    return [
      {
        does: "deletes",
        objects,
        about: "everything in it is deleted, too, also what is not of this repository",
        next: undefined,
      },
    ];
  }
  if (id.group === "apiextensions.k8s.io" && id.kind === "CustomResourceDefinition") {
    return [
      {
        does: "deletes",
        objects,
        about: "every object of its kind is deleted, too, in all namespaces",
        next: undefined,
      },
    ];
  }
  if (id.group !== "" || id.kind !== "PersistentVolumeClaim") return [];
  const policy = reclaimPolicy(object, before);
  if (policy === "Retain") {
    return [
      {
        does: "deletes",
        objects,
        about: "its volume stays with the data, because its StorageClass says reclaimPolicy: Retain",
        next: undefined,
      },
    ];
  }
  const about =
    policy === undefined
      ? "its data is lost, unless the reclaim policy of the volume is Retain"
      : `its data is lost, because its StorageClass says reclaimPolicy: ${policy}`;
  return [{ does: "deletes", objects, about, next: "copy the data away first, if somebody needs it" }];
}

/** As the class says that is deployed with it; undefined where the cluster has the class. */
function reclaimPolicy(claim: Loose, before: ObjectSet): string | undefined {
  const name = textAt(claim, "spec", "storageClassName");
  if (name === undefined || name === "") return undefined;
  const found = before.find({ group: "storage.k8s.io", kind: "StorageClass", namespace: undefined, name });
  return found === undefined ? undefined : (textAt(found.data, "reclaimPolicy") ?? "Delete");
}

/** The command that deletes objects of one kind. */
export function deleteText(
  { kind, namespace }: Pick<ObjectId, "kind" | "namespace">,
  names: readonly string[],
): string {
  const place = namespace === undefined ? "" : ` --namespace ${shellWord(namespace)}`;
  return `kubectl${place} delete ${shellWord(kind.toLowerCase())} ${names.map(shellWord).join(" ")}`;
}

/** A name as one word of a command that somebody pastes: names are data, and may have anything in them. */
export function shellWord(text: string): string {
  return /^[\w.][\w./-]*$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
