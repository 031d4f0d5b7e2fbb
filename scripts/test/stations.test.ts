import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkStation } from "@kit/check";
import { fieldsByNeed } from "@kit/check/needs";
import { emitStation } from "@kit/emit";
import { gitopsStation } from "@kit/gitops/station";
import { belowStation, proveStation } from "@kit/prove";
import { renderStation } from "@kit/render";
import { reviewStation } from "@kit/review";
import type { AnyStation } from "@kit/station";
import { repositoryRoot } from "@kit/testing";
import { importStation } from "@kit/workspace";
import { expect, test } from "vitest";

const stations: readonly AnyStation[] = [
  importStation,
  emitStation,
  renderStation,
  belowStation,
  proveStation,
  gitopsStation,
  checkStation,
  reviewStation,
];

test("docs/architecture.md has the stations as their rooms define them", () => {
  const [, ...rows] = tableAfter("| station ");
  expect(rows).toEqual(
    stations.map(({ name, scope, inputs, result, reads }) => [
      `\`${name}\``,
      scope,
      Object.entries(inputs)
        .map(([input, { what }]) => `\`${input}\`: ${what}`)
        .join("; "),
      result,
      reads.join("; ") || "–",
    ]),
  );
});

test("docs/architecture.md has all that a check can need", () => {
  const [, ...rows] = tableAfter("| a check that needs ");
  expect(rows.map(([need]) => need)).toEqual(Object.keys(fieldsByNeed).map((need) => `\`${need}\``));
});

/** The cells of a table's rows, the line below its head left out. */
function tableAfter(head: string): string[][] {
  const lines = readFileSync(join(repositoryRoot, "docs/architecture.md"), "utf8").split("\n");
  const from = lines.findIndex((line) => line.startsWith(head));
  const end = lines.findIndex((line, index) => index > from && !line.startsWith("|"));
  const rows = lines.slice(from, end).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
  return rows.filter((_, index) => index !== 1);
}
