import type { FieldChange, ItemStep, PathStep } from "../src/diff/change.ts";

/** The value that changes make of another one, whatever compared the two. */
export function apply(before: unknown, changes: readonly FieldChange[]): unknown {
  const own = changes.find(({ steps }) => steps.length === 0);
  if (own !== undefined) return own.after;
  if (changes.length === 0) return before;
  return Array.isArray(before) ? applyToItems(before as unknown[], changes) : applyToFields(before as object, changes);
}

function applyToFields(before: object, changes: readonly FieldChange[]): object {
  const after: Record<string, unknown> = { ...before };
  for (const [name, own] of Map.groupBy(changes, ({ steps: [step] }) => step as string)) {
    const [only] = own;
    if (only!.steps.length === 1 && only!.op === "removed") delete after[name];
    else Object.defineProperty(after, name, { value: apply(after[name], own.map(inside)), ...plain });
  }
  return after;
}

const plain = { enumerable: true, configurable: true, writable: true } as const;

/** What is added or moved has its place, and what stays fills the others in its order. */
function applyToItems(before: readonly unknown[], changes: readonly FieldChange[]): unknown[] {
  const below = new Map<number, FieldChange[]>();
  const placed = new Map<number, unknown>();
  const gone = new Set<number>();
  const moves: ItemStep[] = [];
  for (const change of changes) {
    const [step, ...rest] = change.steps as [ItemStep, ...PathStep[]];
    if (rest.length > 0 || change.op === "changed") {
      below.set(step.before!, [...(below.get(step.before!) ?? []), inside(change)]);
    } else if (change.op === "removed") gone.add(step.before!);
    else if (change.op === "added") placed.set(step.after!, change.after);
    else moves.push(step);
  }
  const items = before.map((item, index) => apply(item, below.get(index) ?? []));
  for (const { before: from, after: to } of moves) {
    placed.set(to!, items[from!]);
    gone.add(from!);
  }
  const staying = items.filter((_, index) => !gone.has(index));
  const after: unknown[] = [];
  while (staying.length > 0 || placed.has(after.length)) {
    after.push(placed.has(after.length) ? placed.get(after.length) : staying.shift());
  }
  return after;
}

function inside(change: FieldChange): FieldChange {
  return { ...change, steps: change.steps.slice(1) };
}
