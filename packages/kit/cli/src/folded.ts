/**
 * As many of some lines as are read, and how many there are more.
 *
 * @param how How to see the others: `and 190 more: <how>`.
 */
export function folded(lines: readonly string[], most: number, how: string): string {
  // That one more is left out takes a line, too.
  const shown = lines.length <= most + 1 ? lines : lines.slice(0, most);
  const left = lines.length - shown.length;
  const indent = /^ */.exec(shown.at(-1) ?? "")?.[0] ?? "";
  const more = left === 0 ? [] : [`${indent}and ${left.toLocaleString("en-US")} more: ${how}`];
  return [...shown, ...more].map((line) => `${line}\n`).join("");
}
