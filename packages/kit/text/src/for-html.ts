import { markWithin } from "./for-log.ts";
import { forTerminalLines } from "./for-terminal.ts";

/** Other people's text in HTML, also in an attribute with quotes. A runner that logs the page finds no command in it. */
export function forHtml(text: string): string {
  return forTerminalLines(text)
    .replaceAll(/[&<>"']|:(?=:)/g, numbered)
    .replaceAll(markWithin, numbered);
}

function numbered(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
