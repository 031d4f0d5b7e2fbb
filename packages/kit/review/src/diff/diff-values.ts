import { isMap, type Loose } from "@kit/kube";
import { align } from "./align.ts";
import { canonical, fieldPlace, itemPlace } from "./canonical.ts";
import { pathText, type FieldChange, type ItemStep, type PathStep } from "./change.ts";
import { equalityOf } from "./equality.ts";
import { innerDiff } from "./inner-diff.ts";
import { keyOf, listModeOf, nowhere, type ListMode, type ListPlace } from "./list-mode.ts";

/**
 * What differs in the value after than in the value before, field by field. An order that means nothing is no
 * change; what is written differently and read as the same is one, and says so.
 */
export function diffValues(before: unknown, after: unknown, place: ListPlace): FieldChange[] {
  const changes: FieldChange[] = [];
  compare({ before, after, place, steps: [] }, changes);
  return changes;
}

interface Spot {
  readonly before: unknown;
  readonly after: unknown;
  readonly place: ListPlace;
  readonly steps: readonly PathStep[];
}

function compare(spot: Spot, changes: FieldChange[]): void {
  const { before, after } = spot;
  if (before === after) return;
  if (isMap(before) && isMap(after)) compareFields({ ...spot, before, after }, changes);
  else if (Array.isArray(before) && Array.isArray(after)) compareItems({ ...spot, before, after }, changes);
  else if (!isSame(before, after))
    report(before === undefined ? "added" : after === undefined ? "removed" : "changed", spot, changes);
}

function compareFields(spot: Spot & { readonly before: Loose; readonly after: Loose }, changes: FieldChange[]): void {
  const { before, after, place, steps } = spot;
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [own, other] = [fieldOf(before, name), fieldOf(after, name)];
    if (own !== other) {
      compare({ before: own, after: other, place: fieldPlace(place, name), steps: [...steps, name] }, changes);
    }
  }
}

type Lists = Spot & { readonly before: readonly unknown[]; readonly after: readonly unknown[] };

function compareItems(spot: Lists, changes: FieldChange[]): void {
  const { before, after, place } = spot;
  const mode = listModeOf(place, before, after);
  const { pairs, moved, removed, added } = align(before, after, mode, place);
  for (const [index, other] of pairs) {
    compare(itemSpot(spot, mode, { before: index, after: other }), changes);
  }
  for (const [index, other] of moved) report("moved", itemSpot(spot, mode, { before: index, after: other }), changes);
  for (const index of removed) report("removed", itemSpot(spot, mode, { before: index }), changes);
  for (const index of added) report("added", itemSpot(spot, mode, { after: index }), changes);
}

function itemSpot({ before, after, place, steps }: Lists, mode: ListMode, step: ItemStep): Spot {
  const own = step.before === undefined ? undefined : before[step.before];
  const other = step.after === undefined ? undefined : after[step.after];
  const known = { ...step, ...nameOf(own ?? other, mode) };
  return { before: own, after: other, place: itemPlace(place), steps: [...steps, known] };
}

function nameOf(item: unknown, { keys, keyDefaults, ordered }: ListMode): Pick<ItemStep, "key" | "isValue"> {
  if (keys !== undefined) return { key: keyOf(item, keys, keyDefaults) };
  return !ordered && !isMap(item) ? { isValue: true } : {};
}

function report(op: FieldChange["op"], { before, after, place, steps }: Spot, changes: FieldChange[]): void {
  const equal = op === "moved" ? undefined : equalityOf(place, before, after);
  const inner =
    op === "changed" ? innerDiff(before, after, (own, other) => diffValues(own, other, nowhere)) : undefined;
  changes.push({
    op,
    steps,
    path: pathText(steps),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(equal === undefined ? {} : { equal }),
    ...(inner === undefined ? {} : { inner }),
  });
}

// NaN, which YAML has, is itself.
function isSame(before: unknown, after: unknown): boolean {
  return Object.is(before, after) || canonicalScalar(before) === canonicalScalar(after);
}

function canonicalScalar(value: unknown): unknown {
  return value === undefined ? value : canonical(value, nowhere);
}

function fieldOf(data: Loose, name: string): unknown {
  return Object.hasOwn(data, name) ? data[name] : undefined;
}
