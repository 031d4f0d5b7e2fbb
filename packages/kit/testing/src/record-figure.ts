import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./repository.ts";

/** Whether the full counts are run, and what they measure is written down: with `LONG=1`. */
export const isLongRun = process.env["LONG"] === "1";

/**
 * Writes a measured figure, with the day, into the row of a page's table that begins with a text; only in the long run.
 * The columns keep their width where the text has room.
 *
 * @param page From the repository's root.
 */
export function recordFigure(page: string, row: string, figure: string): void {
  if (!isLongRun) return;
  const file = join(repositoryRoot, page);
  const lines = readFileSync(file, "utf8").split("\n");
  const at = lines.findIndex((line) => line.startsWith(`| ${row} `));
  if (at === -1) throw new Error(`${page} has no row ${row}`);
  const widths = lines[at]!.split("|")
    .slice(1, -1)
    .map(({ length }) => length - 2);
  const cells = [row, figure, new Date().toISOString().slice(0, 10)].map((cell, index) =>
    cell.padEnd(widths[index] ?? 0),
  );
  lines[at] = `| ${cells.join(" | ")} |`;
  writeFileSync(file, lines.join("\n"));
}
