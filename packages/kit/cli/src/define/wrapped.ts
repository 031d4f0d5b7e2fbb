const width = 80;

/**
 * A text in lines of at most 80 characters. What stands in backticks and what belongs to a number stay together.
 *
 * @param indent Of all lines but the first, which begins there already.
 */
export function wrapped(text: string, indent = 0): string {
  const whole = text.replaceAll(/`[^`]*`|\b\d+ (?=\w)/g, (together) => together.replaceAll(" ", "\0"));
  const lines = whole.split("\n").flatMap((part) => linesOf(part.split(" "), width - indent));
  return lines.join(`\n${" ".repeat(indent)}`).replaceAll("\0", " ");
}

function linesOf(words: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
