import { leavesOf, mostAlike, similarityOf, type Leaves } from "../diff/similarity.ts";
import type { DocumentObject } from "../input/read-document.ts";
import { withoutHash } from "./hash-suffix.ts";

type Renamed = readonly [before: DocumentObject, after: DocumentObject];

/** How much of two objects must be the same for one to be the other under a new name. */
const alike = 0.6;
/** How much must be the same where the name is, and the kind differs. */
const alikeOfAnotherKind = 0.5;
/** What has fewer leaves could be anything. */
const fewestLeaves = 3;
/** More pairs of one kind are not compared. */
const mostComparisons = 2_500;

/** Which of the objects that went are among those that came, under a new name or in a new namespace. */
export function matchRenamed(removed: readonly DocumentObject[], added: readonly DocumentObject[]): readonly Renamed[] {
  if (removed.length === 0 || added.length === 0) return [];
  const left = new Left(removed, added);
  left.take((from, to) => uniqueBy(from, to, placelessKey));
  left.take((from, to) => uniqueBy(from, to, hashlessKey));
  left.take((from, to) => uniqueBy(from, to, contentKey));
  left.take(byLikeness);
  left.take(ofAnotherKind);
  return left.renamed;
}

/** What is still without its other side. */
class Left {
  readonly renamed: Renamed[] = [];
  #from: readonly DocumentObject[];
  #to: readonly DocumentObject[];

  constructor(from: readonly DocumentObject[], to: readonly DocumentObject[]) {
    this.#from = from;
    this.#to = to;
  }

  take(match: (from: readonly DocumentObject[], to: readonly DocumentObject[]) => readonly Renamed[]): void {
    const found = match(this.#from, this.#to);
    const taken = new Set(found.flat());
    this.renamed.push(...found);
    this.#from = this.#from.filter((object) => !taken.has(object));
    this.#to = this.#to.filter((object) => !taken.has(object));
  }
}

/** Those that alone on both sides have a key. */
function uniqueBy(
  from: readonly DocumentObject[],
  to: readonly DocumentObject[],
  keyOf: (object: DocumentObject) => string | undefined,
): readonly Renamed[] {
  const others = Map.groupBy(to, keyOf);
  return [...Map.groupBy(from, keyOf)].flatMap(([key, own]) => {
    const same = others.get(key) ?? [];
    return key !== undefined && own.length === 1 && same.length === 1 ? [[own[0]!, same[0]!] as const] : [];
  });
}

/** In another namespace, all names stay. */
function placelessKey({ id: { group, kind, name } }: DocumentObject): string {
  return `${group}/${kind}/${name}`;
}

function hashlessKey({ id: { group, kind, namespace = "", name } }: DocumentObject): string | undefined {
  const base = withoutHash(name);
  return base === undefined ? undefined : `${group}/${kind}/${namespace}/${base}`;
}

/** Nothing but the name differs. */
function contentKey(object: DocumentObject): string | undefined {
  const leaves = leavesOfObject(object);
  const { group, kind } = object.id;
  if (leaves.size < fewestLeaves) return undefined;
  return JSON.stringify([group, kind, [...leaves].map(([leaf, count]) => `${leaf} ${count}`).toSorted()]);
}

function byLikeness(from: readonly DocumentObject[], to: readonly DocumentObject[]): readonly Renamed[] {
  const others = Map.groupBy(to.filter(hasEnough), kindOf);
  return [...Map.groupBy(from.filter(hasEnough), kindOf)].flatMap(([kind, own]) => {
    const same = others.get(kind) ?? [];
    return own.length * same.length > mostComparisons ? [] : mostAlike(own, same, alike, leavesOfObject);
  });
}

/** Such as a Deployment that is a StatefulSet now. */
function ofAnotherKind(from: readonly DocumentObject[], to: readonly DocumentObject[]): readonly Renamed[] {
  return uniqueBy(from, to, placeKey).filter(
    ([own, other]) => similarityOf(leavesOfObject(own), leavesOfObject(other)) >= alikeOfAnotherKind,
  );
}

function kindOf({ id: { group, kind } }: DocumentObject): string {
  return `${group}/${kind}`;
}

function placeKey({ id: { namespace = "", name } }: DocumentObject): string {
  return `${namespace}/${name}`;
}

function hasEnough(object: DocumentObject): boolean {
  return leavesOfObject(object).size >= fewestLeaves;
}

const known = new WeakMap<DocumentObject, Leaves>();

/** Its leaves, without what every object of its kind has, and whatever its name and namespace are. */
function leavesOfObject(object: DocumentObject): Leaves {
  const { apiVersion: _version, kind: _kind, metadata, ...rest } = object.data;
  const { name: _name, namespace: _namespace, ...more } = (metadata ?? {}) as Record<string, unknown>;
  const leaves = known.get(object) ?? leavesOf({ ...rest, metadata: more }, object.id.name);
  known.set(object, leaves);
  return leaves;
}
