import type { Loose } from "@kit/kube";
import { listAt, textAt } from "../data.ts";
import type { FieldChange } from "../diff/change.ts";
import { podSpecOf } from "./pods.ts";

/**
 * Whether where something stands in a list of a pod means something: init containers run one after the other, and a variable is read by
 * those below it.
 */
export function meansSomething({ path }: FieldChange, after: Loose | undefined): boolean {
  if (/\.initContainers\[[^\]]*\]$/.test(path)) return true;
  if (!/\.env\[[^\]]*\]$/.test(path)) return false;
  const containers = ["initContainers", "containers"].flatMap((list) => listAt(podSpecOf(after), list));
  return containers.some((one) =>
    listAt(one, "env").some((variable) => textAt(variable, "value")?.includes("$(") === true),
  );
}
