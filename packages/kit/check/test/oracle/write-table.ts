import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { compareCorpus, type Compared } from "./compare.ts";
import { formatTable } from "./format-table.ts";
import { formatRefusals } from "./refusals.ts";

/** The pages that show tables of the corpus, from the repository's root, and how to make each table. */
export const tables: Readonly<Record<string, (compared: readonly Compared[]) => string>> = {
  "docs/offline-online.md": formatTable,
  "docs/checks/api-validity.md": formatRefusals,
};

/** Writes the tables as they are now into their pages. */
export function writeTables(): void {
  const compared = compareCorpus();
  for (const [path, format] of Object.entries(tables)) {
    const file = join(repositoryRoot, path);
    writeFileSync(file, withTable(readFileSync(file, "utf8"), format(compared)));
  }
}

/** The page with its table replaced, which begins with the same column. */
function withTable(page: string, table: string): string {
  const column = /^\| \w+ /.exec(table)![0].replace("|", "\\|");
  return page.replace(new RegExp(`^${column}.*\\n(?:\\|.*\\n)*`, "m"), () => table);
}
