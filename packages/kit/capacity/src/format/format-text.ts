import { columns as width, forTerminal, inLines } from "@kit/text";
import type { CapacityReport } from "../report/report.ts";
import { isTable, type ReportTable } from "./document.ts";
import { sectionsOf } from "./sections.ts";

/** The report as text for a terminal. Ends with a line break. */
export function formatText(report: CapacityReport): string {
  const sections = sectionsOf(report).map(({ heading, blocks }) => {
    const [verdict, ...rest] = blocks.map((block) => (isTable(block) ? tableText(block) : lines(block)));
    return [`${forTerminal(heading)}\n${verdict}`, ...rest].join("\n");
  });
  return sections.join("\n");
}

function lines(sentences: readonly string[]): string {
  return sentences.map((sentence) => `  ${forTerminal(sentence)}\n`).join("");
}

function tableText({ columns, rows, words = [] }: ReportTable): string {
  const all = [columns, ...rows].map((cells) => cells.map(forTerminal));
  const widths = columns.map((_, index) => Math.max(...all.map((row) => row[index]!.length)));
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, index) =>
        index === 0 || words.includes(index) ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!),
      )
      .join("  ")
      .trimEnd();
  return all.map((cells) => `${folded(`  ${row(cells)}`, cells, words.includes(columns.length - 1))}\n`).join("");
}

/** A row that is too wide because of the words at its end goes on below them. */
function folded(row: string, cells: readonly string[], endsWithWords: boolean): string {
  if (row.length <= width || !endsWithWords) return row;
  const last = cells.at(-1)!;
  return inLines(row.slice(0, row.length - last.length), last.split(", "));
}
