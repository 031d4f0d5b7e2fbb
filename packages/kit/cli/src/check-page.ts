import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pageOf, registry } from "@kit/check";
import { argumentError, didYouMean } from "@kit/errors";

const root = join(import.meta.dirname, "../../../..");

/**
 * The page of a check, as it is in docs/checks; of one whose page is a table, its row, a cell on a line.
 *
 * @throws UserError where there is no such check.
 */
export function checkPage(id: string): string {
  const ids = registry.map((one) => one.id);
  if (!ids.includes(id)) {
    throw argumentError(`there is no check ${id}`, `docs/checks.md lists the checks${didYouMean(id, ids)}`);
  }
  const [path, row] = pageOf(id).split("#") as [string, string?];
  const page = readFileSync(join(root, path), "utf8");
  return row === undefined ? page : rowAsPage(page, row);
}

/** A row of the page's table, a cell on a line, and the page's first paragraph, which is about all of its checks. */
function rowAsPage(page: string, id: string): string {
  const lines = page.split("\n");
  const [head = []] = lines.filter((line) => line.startsWith("| check ")).map(cellsOf);
  const [cells = []] = lines.filter((line) => line.startsWith(`| <a id="${id}">`)).map(cellsOf);
  const facts = cells.map((cell, column) => `- ${head[column]}: ${cell.replace(/^<a .*?<\/a>/, "")}\n`);
  return `# ${id}\n\n${facts.slice(1).join("")}\n${page.split("\n\n")[1]}\n`;
}

function cellsOf(row: string): string[] {
  const cells = row.slice(2, -2).split(" | ");
  return cells.map((cell) => cell.replaceAll("\\|", "|"));
}
