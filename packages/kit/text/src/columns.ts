/** How wide what commands print may be, in characters: as wide as a terminal is where two stand side by side. */
export const columns = 100;

/**
 * Items behind each other, in lines that fit. An item is never broken, so one that is too long is a line of its own.
 *
 * @param lead What the first line begins with; the others are indented as far, unless `indent` says otherwise.
 * @returns The lines, without a line break at the end.
 */
export function inLines(lead: string, items: readonly string[], separator = ", ", indent = lead.length): string {
  const lines: string[] = [];
  let line = lead;
  for (const [index, item] of items.entries()) {
    const part = index < items.length - 1 ? `${item}${separator}` : item;
    if (line.trim() !== "" && index > 0 && `${line}${part}`.trimEnd().length > columns) {
      lines.push(line.trimEnd());
      line = " ".repeat(indent);
    }
    line += part;
  }
  return [...lines, line.trimEnd()].join("\n");
}

/** Whether every line of a text fits. */
export function fits(text: string): boolean {
  return text.split("\n").every((line) => line.length <= columns);
}
