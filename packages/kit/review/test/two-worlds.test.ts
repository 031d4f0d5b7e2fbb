import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compare } from "./edits.ts";

const directory = join(import.meta.dirname, "two-worlds");

// Each was applied to a real API server with its controllers; what is said is what happened there.
test.each(readdirSync(join(directory, "before")))("%s", (name) => {
  const [before, after] = ["before", "after"].map((side) => readFileSync(join(directory, side, name), "utf8")) as [
    string,
    string,
  ];
  const said = compare(before, after).environments[0]!.changes.map(({ class: worst, op, id, effects, findings }) => [
    `${worst}: ${op} ${id.kind} ${id.name}: ${effects.join("; ")}`,
    ...findings.map(({ risk, reason, consequence }) => `${risk}: ${reason} → ${consequence}`),
  ]);
  expect(said).toMatchSnapshot();
});
