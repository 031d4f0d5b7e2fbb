import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";
import { compareCorpus } from "./compare.ts";
import { tables } from "./write-table.ts";

test.for(Object.entries(tables))("%s shows its table as it is; pnpm corpus --table writes it", ([page, format]) => {
  expect(readFileSync(join(repositoryRoot, page), "utf8")).toContain(`\n${format(compareCorpus())}`);
});
