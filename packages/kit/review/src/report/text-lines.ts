import { styleText } from "node:util";
import type { Line } from "./field-lines.ts";

const signs = { "+": "green", "-": "red", "!": "yellow" } as const;

/** Of a value with more lines the rest is folded. */
const mostLines = 12;

/** Lines as a terminal shows them; many are folded, unless all are wanted. */
export function bodyText(lines: readonly Line[], all: boolean): string {
  const shown = all || lines.length <= mostLines + 1 ? lines : lines.slice(0, mostLines);
  const hidden = lines.length - shown.length;
  const rest = hidden === 0 ? "" : `      ${style("dim", `… ${hidden} more lines (--all shows them)`)}\n`;
  return `${shown.map((line) => `${lineText(line)}\n`).join("")}${rest}`;
}

export function lineText({ sign, text }: Line): string {
  const line = `    ${sign === "!" ? "~" : sign} ${text}`;
  return sign === " " ? style("dim", line) : style(signs[sign], line);
}

/** A text coloured for a terminal; what is not a terminal takes the codes out again. */
export function style(format: Parameters<typeof styleText>[0], text: string): string {
  // Whether there is a terminal is for the edge to know.
  return styleText(format, text, { validateStream: false });
}
