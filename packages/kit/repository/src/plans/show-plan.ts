import { maskTextPair } from "@kit/leaks";
import type { FilePlan, PlannedFile } from "@kit/scaffold";
import { forDiffPath, forTerminal } from "@kit/text";
import { createTwoFilesPatch } from "diff";

/** A plan as people read it: the tree of its files, `+` new, `~` changed, `-` gone, then the diff of those that change. */
export function showPlan(plan: FilePlan): string {
  const changed = plan.filter(({ before, after }) => before !== undefined && after !== undefined);
  return [treeOf(plan), ...changed.map(diffOf)].join("\n");
}

/** A plan with the diffs of all its files, whole texts of new ones too. */
export function showWholePlan(plan: FilePlan): string {
  return [treeOf(plan), ...plan.map(diffOf)].join("\n");
}

function treeOf(plan: FilePlan): string {
  let shown: readonly string[] = [];
  const lines: string[] = [];
  for (const file of plan.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    const folders = file.path.split("/");
    const name = folders.pop()!;
    const common = folders.findIndex((folder, index) => folder !== shown[index]);
    const from = common === -1 ? folders.length : common;
    for (const [index, folder] of folders.entries()) {
      if (index >= from) lines.push(`  ${"  ".repeat(index)}${forTerminal(folder)}/`);
    }
    lines.push(`${signOf(file)} ${"  ".repeat(folders.length)}${forTerminal(name)}`);
    shown = folders;
  }
  return lines.map((line) => `${line}\n`).join("");
}

function signOf({ before, after }: PlannedFile): string {
  if (before === undefined) return "+";
  return after === undefined ? "-" : "~";
}

function diffOf({ path, before, after }: PlannedFile): string {
  const [own, other] = maskTextPair(before ?? "", after ?? "");
  const from = before === undefined ? "/dev/null" : `a/${forDiffPath(path)}`;
  const to = after === undefined ? "/dev/null" : `b/${forDiffPath(path)}`;
  const text = createTwoFilesPatch(from, to, own, other, undefined, undefined, { context: 3 });
  return text.replace(/^=+\n/, "");
}
