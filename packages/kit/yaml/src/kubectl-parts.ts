import { YamlRefusal } from "./refusal.ts";
import { trimSpace } from "./spaces.ts";

/** A document's text, the line of the file that it begins in, and why it is refused unread. */
export interface UnreadPart {
  text: string;
  readonly line: number;
  refusal?: YamlRefusal;
}

/** As `YAMLReader` of k8s.io/apimachinery: a separator in front of a document is a line of it. */
export function partsOf(text: string, firstLine: number): UnreadPart[] {
  return isOrdinary(text) ? slicesOf(text, firstLine) : linesInParts(text, firstLine);
}

/** What it makes of an ordinary text: the parts are slices of it, which take no memory of their own. */
function slicesOf(text: string, firstLine: number): UnreadPart[] {
  const parts: UnreadPart[] = [];
  let line = firstLine;
  let start = 0;
  for (const { index } of text.matchAll(separator)) {
    if (index === start) continue;
    parts.push({ text: text.slice(start, index), line });
    const next = text.indexOf("\n", index) + 1;
    line += countBreaks(text, start, next);
    start = next;
  }
  parts.push({ text: text.slice(start), line });
  return parts;
}

const separator = /---(?<![^\n]---)[ \t]*(?:#[^\n]*)?\n/g;
const oddSeparator = /---(?<![^\n]---)(?![ \t]*(?:#[^\n]*)?\n)/;

function isOrdinary(text: string): boolean {
  return text.endsWith("\n") && !text.includes("\r") && !oddSeparator.test(text);
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The same line by line, whatever the text. */
export function linesInParts(text: string, firstLine: number): UnreadPart[] {
  const parts: UnreadPart[] = [{ text: "", line: firstLine }];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const [index, whole] of lines.entries()) {
    const line = whole.endsWith("\r") && index < lines.length - 1 ? whole.slice(0, -1) : whole;
    const part = parts.at(-1)!;
    const after = line.startsWith("---") ? trimSpace(line.slice(3)) : "";
    if (after !== "" && !after.startsWith("#")) {
      const mark = { index: 0, line: firstLine + index - 1, column: 0 };
      part.refusal = new YamlRefusal(`invalid Yaml document separator: ${after}`, "documents", { problem: mark });
    }
    if (part.refusal !== undefined || (line.startsWith("---") && part.text !== "")) {
      parts.push({ text: "", line: firstLine + index + 1 });
    } else {
      part.text += `${line}\n`;
    }
  }
  return parts;
}
