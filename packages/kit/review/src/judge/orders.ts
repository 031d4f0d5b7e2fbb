import type { Loose } from "@kit/kube";
import { listAt, textAt } from "../data.ts";
import type { ObjectChange } from "../compare-objects.ts";
import type { FieldChange } from "../diff/change.ts";
import { isBelow } from "./fields.ts";
import { podSpecOf, templateOf } from "./pods.ts";

/** What stands elsewhere in the lists of a workload's pod template: what means something there, and what does not. */
export function movedInTemplate({ op, after, fields }: ObjectChange): {
  readonly meaning: readonly string[];
  readonly meaningless: readonly string[];
} {
  const template = templateOf(after);
  if (op !== "changed" || template === undefined || template.length === 0) return { meaning: [], meaningless: [] };
  const moved = fields.filter((field) => field.op === "moved" && isBelow(field.path, template.join(".")));
  const [meaning, meaningless] = [true, false].map((wanted) =>
    moved.filter((field) => meansSomething(field, after) === wanted).map(({ path }) => path),
  ) as [string[], string[]];
  return { meaning, meaningless };
}

/**
 * Whether where something stands in a list of a pod means something: init containers run one after the other, and a variable is read by
 * those below it.
 */
function meansSomething({ path }: FieldChange, after: Loose | undefined): boolean {
  if (/\.initContainers\[[^\]]*\]$/.test(path)) return true;
  if (!/\.env\[[^\]]*\]$/.test(path)) return false;
  const containers = ["initContainers", "containers"].flatMap((list) => listAt(podSpecOf(after), list));
  return containers.some((one) =>
    listAt(one, "env").some((variable) => textAt(variable, "value")?.includes("$(") === true),
  );
}
