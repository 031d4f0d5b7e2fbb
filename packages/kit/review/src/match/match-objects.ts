import { identityKey } from "@kit/kube";
import type { DocumentObject } from "../input/read-document.ts";
import { matchRenamed } from "./match-renamed.ts";

/** What is one object before and after; of one that came or went only one side. */
export type Match =
  | { readonly before: DocumentObject; readonly after: DocumentObject; readonly isRenamed: boolean }
  | { readonly before: DocumentObject; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: DocumentObject };

/** Matches objects by group, kind, namespace and name, and what is left over by what it is. */
export function matchObjects(before: readonly DocumentObject[], after: readonly DocumentObject[]): Match[] {
  const places = Map.groupBy(after, ({ id }) => identityKey(id));
  const named: Match[] = [];
  const removed: DocumentObject[] = [];
  for (const object of before) {
    const same = places.get(identityKey(object.id))?.shift();
    if (same === undefined) removed.push(object);
    else named.push({ before: object, after: same, isRenamed: false });
  }
  const added = [...places.values()].flat();
  const renamed = matchRenamed(removed, added);
  const [gone, come] = [new Set(renamed.map(([one]) => one)), new Set(renamed.map(([, other]) => other))];
  return [
    ...named,
    ...renamed.map(([one, other]): Match => ({ before: one, after: other, isRenamed: true })),
    ...removed.filter((object) => !gone.has(object)).map((object): Match => ({ before: object })),
    ...added.filter((object) => !come.has(object)).map((object): Match => ({ after: object })),
  ];
}
