import { isMap } from "@kit/kube";
import { diffArrays } from "diff";
import { canonical, itemPlace } from "./canonical.ts";
import { keyText, type ListMode, type ListPlace } from "./list-mode.ts";
import { movedOf, type MovedPair } from "./moved-of.ts";
import { leavesOf, mostAlike } from "./similarity.ts";

/** Which items of two lists belong together, by their indexes. */
export interface Alignment {
  readonly pairs: readonly MovedPair[];
  /** Those of the pairs that stand elsewhere among the others, in a list whose order means something. */
  readonly moved: readonly MovedPair[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** More pairs of items are not compared for their likeness. */
const mostComparisons = 2_500;
/** More steps are not taken to find the shortest way from one list to the other. */
const mostSteps = 2_000;
const alike = 0.6;

/** Finds the items that belong together: by key, by what they are, or by their place. */
export function align(
  before: readonly unknown[],
  after: readonly unknown[],
  { keys, keyDefaults, ordered }: ListMode,
  place: ListPlace,
): Alignment {
  const text = (item: unknown): string =>
    keys === undefined ? canonical(item, itemPlace(place)) : keyText(item, keys, keyDefaults);
  const sides: Sides = { before, after, texts: [before.map(text), after.map(text)] };
  return keys === undefined && ordered ? inPlace(sides) : byText(sides, ordered, keys === undefined);
}

interface Sides {
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  readonly texts: readonly [readonly string[], readonly string[]];
}

function byText({ before, after, texts }: Sides, ordered: boolean, isKeyless: boolean): Alignment {
  const same = equalPairs(texts, indexesOf(before), indexesOf(after));
  const left = leftOver(before, after, same);
  const pairs = [...same, ...alikePairs(before, after, left.removed, left.added, isKeyless)];
  return { pairs, moved: ordered ? movedOf(pairs) : [], ...leftOver(before, after, pairs) };
}

/** Pairs of equal texts, the first with the first. */
function equalPairs([own, others]: Sides["texts"], from: readonly number[], to: readonly number[]): MovedPair[] {
  const places = Map.groupBy(to, (index) => others[index]!);
  return from.flatMap((index) => {
    const other = places.get(own[index]!)?.shift();
    return other === undefined ? [] : [[index, other] as const];
  });
}

function alikePairs(
  before: readonly unknown[],
  after: readonly unknown[],
  removed: readonly number[],
  added: readonly number[],
  // Whether one that is left on each side is one whatever is in it.
  isOnly: boolean,
): readonly MovedPair[] {
  const from = removed.map((index) => ({ index, item: before[index] })).filter(({ item }) => isMap(item));
  const to = added.map((index) => ({ index, item: after[index] })).filter(({ item }) => isMap(item));
  if (isOnly && from.length === 1 && to.length === 1) return [[from[0]!.index, to[0]!.index]];
  if (from.length * to.length > mostComparisons) return [];
  return mostAlike(from, to, alike, ({ item }) => leavesOf(item)).map(([one, other]) => [one.index, other.index]);
}

/** As editors compare lines: what stays in its order, and between that what came, went, or differs now. */
function inPlace({ before, after, texts }: Sides): Alignment {
  const pairs: MovedPair[] = [];
  const gaps: { readonly from: number[]; readonly to: number[] }[] = [{ from: [], to: [] }];
  let [from, to] = [0, 0];
  const parts = diffArrays([...texts[0]], [...texts[1]], { maxEditLength: mostSteps });
  for (const { added, removed, count } of parts ?? [{ removed: true, added: false, count: before.length }]) {
    if (!added && !removed) {
      for (let step = 0; step < count; step++) pairs.push([from++, to++]);
      gaps.push({ from: [], to: [] });
    } else if (removed) for (let step = 0; step < count; step++) gaps.at(-1)!.from.push(from++);
    else for (let step = 0; step < count; step++) gaps.at(-1)!.to.push(to++);
  }
  while (to < after.length) gaps.at(-1)!.to.push(to++);
  const moved = equalPairs(
    texts,
    gaps.flatMap((gap) => gap.from),
    gaps.flatMap((gap) => gap.to),
  );
  const gone = new Set(moved.map(([index]) => index));
  const come = new Set(moved.map(([, index]) => index));
  const changed = gaps.flatMap((gap) => {
    const left = gap.from.filter((index) => !gone.has(index));
    const right = gap.to.filter((index) => !come.has(index));
    return pairsInGap({ before, after, texts }, left, right);
  });
  const all = [...pairs, ...moved, ...changed];
  return { pairs: all, moved, ...leftOver(before, after, all) };
}

/** What became something else where it stands. Of unequal numbers only what is alike. */
function pairsInGap({ before, after }: Sides, from: readonly number[], to: readonly number[]): MovedPair[] {
  if (from.length === to.length) return from.map((index, place) => [index, to[place]!]);
  const known = new Map(alikePairs(before, after, from, to, false));
  const pairs: MovedPair[] = [];
  for (const index of from) {
    const other = known.get(index);
    // Only in their order.
    if (other !== undefined && other > (pairs.at(-1)?.[1] ?? -1)) pairs.push([index, other]);
  }
  return pairs;
}

function leftOver(before: readonly unknown[], after: readonly unknown[], pairs: readonly MovedPair[]) {
  const from = new Set(pairs.map(([index]) => index));
  const to = new Set(pairs.map(([, index]) => index));
  return {
    removed: indexesOf(before).filter((index) => !from.has(index)),
    added: indexesOf(after).filter((index) => !to.has(index)),
  };
}

function indexesOf(items: readonly unknown[]): number[] {
  return [...items.keys()];
}
