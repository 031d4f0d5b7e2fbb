import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { compareCorpus } from "./compare.ts";
import { formatTable } from "./format-table.ts";

/** The page that shows the table. */
export const page = join(repositoryRoot, "docs/offline-online.md");

/** Writes the table as it is now into its page. */
export function writeTable(): void {
  const text = readFileSync(page, "utf8");
  writeFileSync(page, withTable(text, formatTable(compareCorpus())));
}

/** The page with its table, which begins with the column `kind`, replaced. */
function withTable(text: string, table: string): string {
  return text.replace(/^\| kind .*\n(?:\|.*\n)*/m, () => table);
}
