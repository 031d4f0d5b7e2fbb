import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReaderName } from "./readers.ts";
import type { Verdict } from "./verdict.ts";

/** What the judges say of a form. */
export interface Recorded extends Readonly<Record<ReaderName, Verdict>> {
  readonly name: string;
}

const table = join(import.meta.dirname, "forms/verdicts.jsonl");

/** What the judges have said of every form: `RECORD=1 pnpm test:engines packages/kit/yaml` asks them again. */
export function readRecorded(): Recorded[] {
  const lines = readFileSync(table, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Recorded);
}

export function writeRecorded(verdicts: readonly Recorded[]): void {
  writeFileSync(table, verdicts.map((one) => `${JSON.stringify(one)}\n`).join(""));
}
