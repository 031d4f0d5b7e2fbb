import { isList, isMap, type Json, type JsonObject, type Path } from "@kit/kube";
import { aligned, type AlignedPair } from "./align.ts";
import type { Claim, MergedEntry } from "./declared/claim.ts";
import { equal } from "./equal.ts";
import { advance, enters, type TraceStep, type Trace } from "./trace.ts";

/** A place where a rendered object is not as it was wanted, and no declaration can have touched it. */
export interface ValueDifference {
  readonly path: Path;
  readonly wanted: Json | undefined;
  readonly rendered: Json | undefined;
}

/** What explains a difference of a single value without a path, such as a name that follows its object. */
export type Explains = (wanted: Json | undefined, rendered: Json | undefined) => boolean;

/** The differences of two objects that no claim and no explanation takes. */
export function differences(
  wanted: JsonObject,
  rendered: JsonObject,
  claims: readonly Claim[],
  explains: Explains,
): ValueDifference[] {
  const traces = claims.map((claim) => ({ claim, at: 0 }));
  return compare({ wanted, rendered, path: [], traces, explains });
}

interface Place {
  readonly wanted: Json | undefined;
  readonly rendered: Json | undefined;
  readonly path: Path;
  /** The declarations that can touch what is here or below. */
  readonly traces: readonly Trace[];
  readonly explains: Explains;
}

function compare(place: Place): ValueDifference[] {
  const { wanted, rendered, path, traces, explains } = place;
  if (wanted === rendered) return [];
  if (wanted !== undefined && rendered !== undefined && equal(wanted, rendered)) return [];
  if (traces.some((trace) => takes(trace, wanted, rendered)) || explains(wanted, rendered)) return [];
  if (isList(wanted) && isList(rendered)) return compareLists(place, wanted, rendered);
  if (isMap(wanted) && isMap(rendered)) return compareMaps(place, wanted, rendered);
  // A declaration that reaches into a map or list makes it where it is missing, and may empty it.
  const reached = traces.some(({ claim: { path: own, effect }, at }) => at < own.length || effect.type !== "value");
  if (reached && isList(rendered) && wanted === undefined) return compareLists(place, [], rendered);
  if (reached && isList(wanted) && rendered === undefined) return compareLists(place, wanted, []);
  if (reached && isMap(rendered)) return compareMaps(place, {}, rendered);
  if (reached && isMap(wanted) && rendered === undefined) return compareMaps(place, wanted, {});
  if (isEmptyMetadata(place)) return [];
  return [{ path, wanted, rendered }];
}

function takes({ claim: { path, effect }, at }: Trace, wanted: Json | undefined, rendered: Json | undefined): boolean {
  return at === path.length && effect.type === "value" && (effect.accepts?.(wanted, rendered) ?? true);
}

// kustomize leaves out empty labels and annotations of an object.
function isEmptyMetadata({ wanted, rendered, path }: Place): boolean {
  const isPart = path.length === 2 && path[0] === "metadata" && (path[1] === "labels" || path[1] === "annotations");
  return isPart && rendered === undefined && isMap(wanted) && Object.keys(wanted).length === 0;
}

function compareMaps(place: Place, wanted: JsonObject, rendered: JsonObject): ValueDifference[] {
  const keys = new Set([...Object.keys(wanted), ...Object.keys(rendered)]);
  return [...keys].flatMap((key) =>
    compare(child(place, valueOf(wanted, key), valueOf(rendered, key), key, { type: "field", name: key })),
  );
}

function valueOf(map: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function child(
  { path, traces, explains }: Place,
  wanted: Json | undefined,
  rendered: Json | undefined,
  key: string | number,
  step: TraceStep,
): Place {
  return { wanted, rendered, path: [...path, key], traces: advance(traces, step), explains };
}

/**
 * Where a declaration can add, remove or move entries, or has none to do with it although there are more or fewer, the
 * entries that belong together are found first.
 */
function compareLists(place: Place, wanted: readonly Json[], rendered: readonly Json[]): ValueDifference[] {
  const here = place.traces.filter(({ claim: { path }, at }) => at === path.length).map(({ claim }) => claim);
  const isSame = (one: Json, other: Json): boolean =>
    compare(child(place, one, other, 0, { type: "entry", entries: [one, other], index: undefined })).length === 0;
  const compared = (pairs: readonly AlignedPair[]): ValueDifference[] =>
    comparePairs({ ...place, wanted }, pairs, here);
  const found = wanted.length === rendered.length ? comparePositions(place, wanted, rendered) : undefined;
  if (found !== undefined && (found.length === 0 || here.length === 0)) return found;
  const others = aligned(wanted, rendered, isSame).map(compared);
  return [...(found === undefined ? [] : [found]), ...others].reduce((best, one) =>
    one.length < best.length ? one : best,
  );
}

function comparePositions(place: Place, wanted: readonly Json[], rendered: readonly Json[]): ValueDifference[] {
  return wanted.flatMap((entry, index) => {
    const other = rendered[index]!;
    return compare(child(place, entry, other, index, { type: "entry", entries: [entry, other], index }));
  });
}

/** @param here The declarations of the list itself. */
function comparePairs(
  place: Place & { readonly wanted: readonly Json[] },
  pairs: readonly AlignedPair[],
  here: readonly Claim[],
): ValueDifference[] {
  let edits = here.reduce((sum, { effect }) => sum + (effect.type === "edits" ? effect.count : 0), 0);
  const merged = here.flatMap(({ effect }) => (effect.type === "entries" ? effect.entries : []));
  const mayCome = ({ fields }: MergedEntry): boolean => !place.wanted.some((entry) => has(entry, fields));
  const mayEdit = (entry: Json, isGone: boolean): boolean => {
    const own = merged.filter(({ fields }) => has(entry, fields));
    return own.some((one) => (isGone ? one.removed : mayCome(one))) || edits-- > 0;
  };
  const found = pairs.flatMap(({ wanted, rendered, index }): ValueDifference[] => {
    const [one, other] = [wanted, rendered];
    if (one === undefined || other === undefined) {
      const entry = (one ?? other)!;
      if (mayEdit(entry, other === undefined) || (one === undefined && enters(place.traces, entry))) return [];
      return [{ path: [...place.path, index], wanted: one, rendered: other }];
    }
    return compare(child(place, one, other, index, { type: "entry", entries: [one, other], index: undefined }));
  });
  const mayMove = here.some(({ effect }) => effect.type === "entries" || (effect.type === "edits" && effect.moves));
  if (found.length > 0 || mayMove || inOrder(pairs)) return found;
  return [{ path: place.path, wanted: place.wanted, rendered: place.rendered }];
}

function has(entry: Json, fields: JsonObject): boolean {
  return isMap(entry) && Object.entries(fields).every(([key, value]) => entry[key] === value);
}

function inOrder(pairs: readonly AlignedPair[]): boolean {
  const positions = pairs.flatMap(({ from }) => (from === undefined ? [] : [from]));
  return positions.every((position, index) => index === 0 || positions[index - 1]! < position);
}
