import type { Path } from "@kit/schema";
import fc from "fast-check";
import { load } from "js-yaml";
import type { JsonObject } from "./mutate.ts";
import type { Pick } from "./pick.ts";
import { placesOf } from "./places.ts";
import { changes } from "./random-change.ts";
import type { CorpusCase } from "./read-corpus.ts";

/** Manifests with one random change each, of those that the server takes. The same seed gives the same. */
export function generate(taken: readonly CorpusCase[], seed: number, count: number): CorpusCase[] {
  const read = taken.map(({ text, ...one }) => ({ ...one, object: objectOf(text) })).filter(isKnownKind);
  const bases = read.filter(({ object }) => !hasFinalizers(object) && !existsAlready(object));
  const random = fc.tuple(fc.constantFrom(...bases), fc.nat(), fc.constantFrom(...changeNames), fc.nat());
  const changed = random.map(([base, at, change, random]): CorpusCase | undefined => {
    const places = placesOf(base.object).filter(({ path }) => !isOfOthers(path) && !isIdentity(path));
    const place = places[at % places.length]!;
    if (place.path.length === 0 && change !== "add") return undefined;
    const object = changes[change]!(base.object, place, picking(random));
    if (object === undefined || ofOthers(object) !== ofOthers(base.object)) return undefined;
    const name = `${base.name}; ${change} at ${place.path.join(".")}`;
    return { ...base, name, text: `${JSON.stringify(object, null, 2)}\n` };
  });
  return fc
    .sample(
      changed.filter((one) => one !== undefined),
      { seed, numRuns: count },
    )
    .map(({ file, name, valid, text }) => ({ file, name, valid, text }));
}

// There are more fields to add than places to change.
const changeNames = [...Object.keys(changes), "add", "add", "add"];

/** Of manifests with one object. */
function objectOf(text: string): JsonObject | undefined {
  try {
    return load(text, { json: true }) as JsonObject;
  } catch {
    return undefined;
  }
}

function isKnownKind<Base extends { object: JsonObject | undefined }>(
  base: Base,
): base is Base & { object: JsonObject } {
  return base.object !== undefined && placesOf(base.object)[0]!.type !== undefined;
}

/** The server does not read them of a Namespace that exists already, and a change of the name makes another one. */
function hasFinalizers({ kind, spec }: JsonObject): boolean {
  return kind === "Namespace" && typeof spec === "object" && spec !== null && "finalizers" in spec;
}

/** The server merges a change with what it has. */
function existsAlready({ apiVersion, metadata }: JsonObject): boolean {
  const { name } = metadata as JsonObject;
  return (
    typeof apiVersion === "string" &&
    apiVersion.startsWith("flowcontrol.") &&
    (name === "exempt" || name === "catch-all")
  );
}

/** What the server says of these fields depends on what else the cluster has, or on how it is set up. */
const ofTheCluster = new Set([
  "namespace",
  "serviceAccount",
  "serviceAccountName",
  "priority",
  "priorityClassName",
  "preemptionPolicy",
  "runtimeClassName",
  "overhead",
  "adminAccess",
  "clusterIP",
  "clusterIPs",
  "ipFamilies",
  "ipFamilyPolicy",
]);
/** What the server writes. */
const ofTheServer = new Set([
  "status",
  "creationTimestamp",
  "deletionTimestamp",
  "deletionGracePeriodSeconds",
  "generation",
  "managedFields",
  "ownerReferences",
  "resourceVersion",
  "selfLink",
  "uid",
]);

function isOfOthers(path: Path): boolean {
  return path.some((step) => ofTheServer.has(String(step)) || ofTheCluster.has(String(step)));
}

function isIdentity(path: Path): boolean {
  return path.length === 1 && (path[0] === "apiVersion" || path[0] === "kind");
}

/** What must be the same before and after. */
function ofOthers(object: JsonObject): string {
  return JSON.stringify(placesOf(object).filter(({ path }) => isOfOthers(path)));
}

function picking(random: number): Pick {
  let state = random;
  return (values) => {
    const value = values[state % values.length]!;
    state = Math.floor(state / values.length);
    return value;
  };
}
