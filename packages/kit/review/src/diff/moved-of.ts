/** Two items that belong together, by their indexes. */
export type MovedPair = readonly [before: number, after: number];

/** The pairs that stand elsewhere among the others: all without the most that keep their order. */
export function movedOf(pairs: readonly MovedPair[]): readonly MovedPair[] {
  const inOrder = pairs.toSorted(([one], [two]) => one - two);
  if (inOrder.every(([, place], index) => index === 0 || inOrder[index - 1]![1] < place)) return [];
  // The longest rising way through the places after: how long the longest that ends here is, and what is before it.
  const longest: number[] = [];
  const previous: number[] = [];
  for (const [index, [, place]] of inOrder.entries()) {
    longest[index] = 1;
    previous[index] = -1;
    for (let earlier = 0; earlier < index; earlier++) {
      if (inOrder[earlier]![1] < place && longest[earlier]! >= longest[index]) {
        longest[index] = longest[earlier]! + 1;
        previous[index] = earlier;
      }
    }
  }
  const kept = new Set<number>();
  const last = longest.indexOf(longest.reduce((most, length) => Math.max(most, length), 0));
  for (let at = last; at >= 0; at = previous[at]!) kept.add(at);
  return inOrder.filter((_, index) => !kept.has(index));
}
