/** One document of a text. */
export interface DocumentPart {
  readonly text: string;
  /** The line of the whole text that it begins in, from 1. */
  readonly line: number;
}

/**
 * The documents of a YAML text that are not empty: neither a comment alone nor null. A line `---` always begins one, so
 * that a broken one does not take the next along.
 */
export function documentParts(text: string): DocumentPart[] {
  const parts: DocumentPart[] = [];
  let line = 1;
  for (const part of text.replaceAll("\r\n", "\n").split(/^---(?=\s|$)/m)) {
    if (!isEmpty(part)) parts.push({ text: part, line });
    line += part.split("\n").length - 1;
  }
  return parts;
}

function isEmpty(part: string): boolean {
  const lines = part.split("\n").map((line) => line.trim());
  return lines.every((line) => line === "" || line.startsWith("#") || ["null", "~", "..."].includes(line));
}
