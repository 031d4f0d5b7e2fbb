import { forLog } from "./for-log.ts";
import { unseen, written } from "./unseen.ts";

// Those of styleText that reports use: bold, dim, red to cyan, and back.
const colourOrUnseen = new RegExp(String.raw`(\u001B\[(?:1|2|22|3[1-6]|39)m)|${unseen.source}`, "gu");

/** What of a stream's text may act. */
export interface StreamRights {
  /** The colours that the kit writes itself. */
  readonly colours: boolean;
  /** Commands for a CI's runner: where every line is written by a function that escapes for them. */
  readonly commands: boolean;
}

/**
 * The last net under all that a command prints, whoever wrote it: of control characters only line breaks and tabs are
 * left, and no line is a command for a CI's runner. What enters a line is for `forTerminal`.
 */
export function forStream(text: string, { colours, commands }: StreamRights): string {
  const shown = text.replaceAll(colourOrUnseen, (one: string, own: string | undefined) => {
    if (own !== undefined) return colours ? own : written(own[0]!) + own.slice(1);
    return one === "\n" || one === "\t" ? one : written(one);
  });
  return commands ? shown : forLog(shown);
}
