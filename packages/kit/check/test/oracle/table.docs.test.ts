import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compareCorpus } from "./compare.ts";
import { formatTable } from "./format-table.ts";
import { page } from "./write-table.ts";

test("docs/offline-online.md shows the table as it is; pnpm corpus --table writes it", () => {
  expect(readFileSync(page, "utf8")).toContain(formatTable(compareCorpus()));
});
