import { isMap } from "@kit/kube";
import { toJson } from "@kit/yaml";

/** How often each leaf occurs in a value. */
export type Leaves = ReadonlyMap<string, number>;

/**
 * The leaves of a value, each as a text of its way and value. Lists count as bags.
 *
 * @param own A name that stands for the object itself: wherever it is in a value, every other name would do.
 */
export function leavesOf(value: unknown, own = ""): Leaves {
  const leaves = new Map<string, number>();
  const visit = (part: unknown, way: string): void => {
    if (Array.isArray(part)) for (const item of part as unknown[]) visit(item, `${way}[]`);
    else if (isMap(part)) for (const [name, item] of Object.entries(part)) visit(item, `${way}.${name}`);
    else {
      const text = typeof part === "string" && own !== "" ? part.replaceAll(own, "\0") : toJson(part);
      const leaf = `${way}=${text}`;
      leaves.set(leaf, (leaves.get(leaf) ?? 0) + 1);
    }
  };
  visit(value, "");
  return leaves;
}

/** How much two values have in common, from 0 to 1: twice the leaves that both have, of all. */
export function similarityOf(one: Leaves, other: Leaves): number {
  const [less, more] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const [leaf, count] of less) common += Math.min(count, more.get(leaf) ?? 0);
  const all = sizeOf(one) + sizeOf(other);
  return all === 0 ? 0 : (2 * common) / all;
}

/** The most alike first, each in one pair only. Costs as many comparisons as there are pairs. */
export function mostAlike<Item>(
  before: readonly Item[],
  after: readonly Item[],
  least: number,
  leaves: (item: Item) => Leaves,
): (readonly [Item, Item])[] {
  const [own, others] = [before.map(leaves), after.map(leaves)];
  const pairs = own.flatMap((one, from) =>
    others.map((other, to) => ({ from, to, likeness: similarityOf(one, other) })),
  );
  const taken = { from: new Set<number>(), to: new Set<number>() };
  const alike = pairs.filter(({ likeness }) => likeness >= least).toSorted((one, two) => two.likeness - one.likeness);
  return alike.flatMap(({ from, to }) => {
    if (taken.from.has(from) || taken.to.has(to)) return [];
    taken.from.add(from);
    taken.to.add(to);
    return [[before[from]!, after[to]!] as const];
  });
}

function sizeOf(leaves: Leaves): number {
  let size = 0;
  for (const count of leaves.values()) size += count;
  return size;
}
