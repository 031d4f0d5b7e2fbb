import { unseen, written } from "./unseen.ts";

/** Other people's text within a line of a terminal or a log: what moves the cursor, hides or ends the line is written out. */
export function forTerminal(text: string): string {
  return text.replaceAll(unseen, written);
}

/** The same for a text of several lines: line breaks and tabs stay. */
export function forTerminalLines(text: string): string {
  return text.replaceAll(unseen, (one) => (one === "\n" || one === "\t" ? one : written(one)));
}
