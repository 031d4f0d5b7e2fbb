import { exitCodes, UserError } from "@kit/errors";
import { planProblems, showPlan, writePlan } from "@kit/repository";
import type { FilePlan } from "@kit/scaffold";
import { print } from "@kit/terminal";

/** Writes a plan, or shows it only. The texts are long and made, so the tree of the files is what is shown. */
export function carryOut(root: string, plan: FilePlan, isDry: boolean): number {
  if (isDry) UserError.throwIfAny(planProblems(root, plan));
  else writePlan(root, plan);
  const tree = showPlan(plan.map((file) => ({ ...file, before: undefined, after: "" })));
  print(plan.length === 0 ? "packages/definitions is up to date\n" : withSigns(tree, plan));
  return exitCodes.ok;
}

/** The tree has each file once, in the order of the paths. */
function withSigns(tree: string, plan: FilePlan): string {
  const signs = plan.map(({ before, after }) => (before === undefined ? "+" : after === undefined ? "-" : "~"));
  return tree.replaceAll(/^\+/gm, () => signs.shift()!);
}
