import { forMarkdown } from "@kit/text";
import type { CapacityReport } from "../report/report.ts";
import { isTable, type ReportTable } from "./document.ts";
import { sectionsOf } from "./sections.ts";

/** The report as Markdown for a pull request. Ends with a line break. */
export function formatMarkdown(report: CapacityReport): string {
  const sections = sectionsOf(report).map(({ heading, blocks }) =>
    [`## ${forMarkdown(heading)}\n`, ...blocks.map((block) => (isTable(block) ? tableText(block) : lines(block)))].join(
      "\n",
    ),
  );
  return `# Capacity\n\n${sections.join("\n")}`;
}

function lines(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${forMarkdown(sentence)}\n`).join("");
}

function tableText({ columns, rows, words = [], total = false }: ReportTable): string {
  const rule = columns.map((_, index) => (index === 0 || words.includes(index) ? "---" : "---:"));
  const body = rows.map((row, index) => {
    const cells = row.map(forMarkdown);
    const bold = total && index === rows.length - 1;
    return line(bold ? cells.map((cell) => (cell === "" ? "" : `**${cell}**`)) : cells);
  });
  return line(columns.map(forMarkdown)) + line(rule) + body.join("");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
