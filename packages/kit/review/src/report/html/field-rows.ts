import type { FieldChange } from "../../diff/change.ts";
import { lineOf, linesOf } from "../value-text.ts";
import { markup, type Html } from "./markup.ts";
import { lineRows } from "./line-rows.ts";
import { markedSides, sidesOf, type MarkedSides } from "./marked-sides.ts";

/**
 * A field's change as rows of a table with two columns, before and after.
 *
 * @param note What is said behind its path.
 * @param outer The path of the text that it is in.
 */
export function fieldRows(field: FieldChange, note?: Html, outer = ""): Html[] {
  const { path, equal, inner } = field;
  const place = `${outer}${path === "" ? "the whole" : path}`;
  const said = equal === undefined ? undefined : markup` <span class="equal">${equal}</span>`;
  const head = markup`<tr><th colspan="2" scope="colgroup"><code>${place}</code>${said}${note}</th></tr>\n`;
  if (inner === undefined) return [head, valueRow(field)];
  if (inner.form === "words") return [head, sidesRow(sidesOf(inner.parts))];
  if (inner.form === "lines") return [head, ...inner.hunks.flatMap(lineRows)];
  if (inner.fields.length === 0) return [head, noteRow("only its form differs: comments, order, white space")];
  const own = said === undefined && note === undefined ? [] : [head];
  return [...own, ...inner.fields.flatMap((one) => fieldRows(one, undefined, `${place} › `))];
}

function valueRow({ op, steps, before, after }: FieldChange): Html {
  if (op === "moved") {
    const step = steps.at(-1);
    return noteRow(typeof step === "object" ? `moved from ${step.before} to ${step.after}` : "moved");
  }
  const none = markup`<td class="none"></td>`;
  if (op === "added") return markup`<tr>${none}<td class="new">${valueText(after)}</td></tr>\n`;
  if (op === "removed") return markup`<tr><td class="old">${valueText(before)}</td>${none}</tr>\n`;
  return sidesRow(markedSides(valueText(before), valueText(after)));
}

function sidesRow([before, after]: MarkedSides): Html {
  return markup`<tr><td class="old">${before}</td><td class="new">${after}</td></tr>\n`;
}

function noteRow(text: string): Html {
  return markup`<tr><td colspan="2" class="note">${text}</td></tr>\n`;
}

function valueText(value: unknown): string {
  return lineOf(value) ?? linesOf(value).join("\n");
}
