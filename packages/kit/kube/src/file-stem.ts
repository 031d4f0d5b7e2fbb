import { createHash } from "node:crypto";
import { groupOf } from "@kit/schema";
import type { Identity } from "./identity.ts";
import { isMeantByName } from "./kind-owner.ts";
import { isClusterScoped } from "./scope.ts";

/**
 * The name of an object's file, without what is before it (`patch-`, a number) and `.yaml` behind it: two objects that are
 * not one to the API server never have the same, also where a file system makes no difference of case.
 *
 * - `<kind>-<name>`, and `<kind>-<namespace>_<name>` where the object is elsewhere.
 * - `<kind>.<group>_<name>` and `<kind>.<group>_<namespace>_<name>` where others are meant by the kind's name alone.
 * - One of these and `__<hash>` where it is too long, or has other characters than lower-case letters, digits, `-` and `.`.
 *
 * It depends on nothing but its arguments, so that it stays when other objects come and go. Only kinds of one group that
 * differ in nothing but case have one name: no API server has such definitions with the names that they have by default.
 *
 * @param own The namespace of what names none; undefined where that cannot be known, as in a base.
 * @returns At most 244 bytes, so that the whole name has at most 255.
 */
export function fileStem(object: Identity, own?: string): string {
  const { apiVersion, kind, name } = object;
  const group = groupOf(apiVersion);
  const namespace = placeOf(object, own);
  const kindText = isMeantByName(apiVersion, kind) ? `${kind}-` : `${kind}.${group === "" ? core : group}_`;
  const stem = `${kindText}${namespace === undefined ? "" : `${namespace}_`}${name}`;
  const isPlain =
    /^[A-Z][A-Za-z0-9]*$/.test(kind) &&
    group !== core &&
    [group, namespace ?? "", name].every((part) => /^[a-z0-9.-]*$/.test(part)) &&
    stem.length <= longest;
  if (isPlain) return stem.toLowerCase();
  const hash = createHash("sha256")
    .update(JSON.stringify([group, kind, namespace, name]))
    .digest("hex")
    .slice(0, 10);
  const readable = stem.toLowerCase().replaceAll(/[^a-z0-9._-]/g, "_");
  return `${readable.slice(0, longest - hash.length - 2)}__${hash}`;
}

/**
 * The same text for two objects exactly where they are one to an API server to which they are applied with a namespace.
 *
 * @param own The namespace of what names none.
 */
export function objectKey(object: Identity, own: string): string {
  return JSON.stringify([groupOf(object.apiVersion), object.kind, placeOf(object, own), object.name]);
}

// A file's name has at most 255 bytes, "patch-" and ".yaml" among them.
const longest = 244;

// No group that a definition adds can be called so: it has a dot.
const core = "core";

/** The namespace of an object that is elsewhere. The API server forgets that of what is in none. */
function placeOf({ apiVersion, kind, namespace }: Identity, own: string | undefined): string | undefined {
  if (namespace === undefined || namespace === "" || namespace === own) return undefined;
  return isClusterScoped(apiVersion, kind) ? undefined : namespace;
}
