import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { differences } from "./differences.ts";
import { compareWithKubeScore, type Compared } from "./kube-score.ts";
import { pairs } from "./pairs.ts";

const page = join(repositoryRoot, "docs/agreement.md");
const wanted = 0.97;

let compared: Compared[];

beforeAll(async () => {
  compared = await compareWithKubeScore();
}, 300_000);

describe("agreement with kube-score on the manifests of its own tests", () => {
  test("is as high as it is to be", () => {
    expect(compared.filter(agrees).length / compared.length).toBeGreaterThan(wanted);
  });

  test("differs where the page argues it, and nowhere else", () => {
    const found = compared
      .filter((one) => !agrees(one))
      .map(({ pair, of, ours }) => `${pair} ${of} ${ours ? "ours" : "theirs"}`);
    expect(found.toSorted()).toEqual(Object.values(differences).flat().toSorted());
  });

  test("is what the page says; RECORD=1 writes it", () => {
    const next = withTable(readFileSync(page, "utf8"));
    if (process.env["RECORD"] === "1") writeFileSync(page, next);
    expect(readFileSync(page, "utf8")).toBe(next);
  });
});

function agrees({ theirs, ours }: Compared): boolean {
  return theirs === ours;
}

/** The page with the table of what was compared between the two comments of it, as the formatter leaves it. */
function withTable(text: string): string {
  const byPair = Map.groupBy(compared, ({ pair }) => pair);
  const all = row("all", "", compared);
  const rows = [...byPair.keys()].toSorted().map((pair) => row(`\`${pair}\``, ownText(pair), byPair.get(pair)!));
  const table = [["kube-score", "here", "compared", "agree"], ...rows, all];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)));
  const lines = table.map((cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`);
  const ruler = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  const [head = "", ...body] = lines;
  const [begin, end] = ["<!-- measured -->", "<!-- /measured -->"];
  const [before, after] = [text.slice(0, text.indexOf(begin)), text.slice(text.indexOf(end))];
  return `${before}${begin}\n\n${[head, ruler, ...body].join("\n")}\n\n${after}`;
}

function row(pair: string, own: string, of: readonly Compared[]): string[] {
  return [pair, own, String(of.length), String(of.filter(agrees).length)];
}

function ownText(pair: string): string {
  return [...new Set(pairs[pair]!.map(({ check }) => `\`${check}\``))].join(", ");
}
