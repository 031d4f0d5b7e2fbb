import type { FilePlan } from "@kit/scaffold";

/** A plan as people want to see it: of a file that moves, where it is to be and what changes in it, and nothing of what stays. */
export function planToShow(plan: FilePlan, moved: ReadonlyMap<string, string>): FilePlan {
  const left = new Set(moved.values());
  const texts = new Map(plan.map(({ path, before }) => [path, before]));
  return plan.flatMap((file) => {
    const from = moved.get(file.path);
    if (from === undefined) return left.has(file.path) && file.after === undefined ? [] : [file];
    const before = texts.get(from);
    return before === file.after ? [] : [{ ...file, before }];
  });
}
