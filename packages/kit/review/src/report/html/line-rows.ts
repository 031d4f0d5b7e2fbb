import type { InnerDiff } from "../../diff/change.ts";
import { markup, type Html } from "./markup.ts";
import { markedSides } from "./marked-sides.ts";

type Hunk = (InnerDiff & { readonly form: "lines" })["hunks"][number];

/** A line and its number, from 1. */
interface Line {
  readonly number: number;
  readonly text: string;
  /** It is the last of its text, and has no line break. */
  readonly isCut: boolean;
}

/** The lines of a hunk as rows of a table, those that went beside those that came for them. */
export function lineRows(hunk: Hunk): Html[] {
  let [before, after] = [hunk.before, hunk.after];
  let [gone, come]: [Line[], Line[]] = [[], []];
  const rows: Html[] = [];
  const flush = (): void => {
    for (let at = 0; at < Math.max(gone.length, come.length); at++) rows.push(pairRow(gone[at], come[at]));
    [gone, come] = [[], []];
  };
  for (const [index, line] of hunk.lines.entries()) {
    // A line that begins so says of the one before that it has no line break.
    if (line.startsWith("\\")) continue;
    const [text, isCut] = [line.slice(1), hunk.lines[index + 1]?.startsWith("\\") === true];
    if (line.startsWith("-")) gone.push({ number: before++, text, isCut });
    else if (line.startsWith("+")) come.push({ number: after++, text, isCut });
    else {
      flush();
      rows.push(markup`<tr>${cell("line", before++, text)}${cell("line", after++, text)}</tr>\n`);
    }
  }
  flush();
  return rows;
}

function pairRow(gone: Line | undefined, come: Line | undefined): Html {
  const isBoth = gone !== undefined && come !== undefined && gone.text !== come.text;
  const [own, other] = isBoth ? markedSides(gone.text, come.text) : [gone?.text, come?.text];
  return markup`<tr>${sideCell("old", gone, own)}${sideCell("new", come, other)}</tr>\n`;
}

function sideCell(side: "old" | "new", line: Line | undefined, content: Html | string | undefined): Html {
  if (line === undefined || content === undefined) return markup`<td class="none"></td>`;
  const note = line.isCut ? markup` <span class="cut">no line break</span>` : undefined;
  return cell(`line ${side}`, line.number, markup`${content}${note}`);
}

function cell(kind: string, number: number, content: Html | string): Html {
  return markup`<td class="${kind}" data-line="${number}">${content}</td>`;
}
