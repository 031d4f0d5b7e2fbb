import type { SyncReport } from "@kit/control-plane";
import { nameText } from "@kit/review";

/** The health, then what is not as the commit has it. */
export function stateOf({ health, objects }: SyncReport["after"]): string[] {
  return [health, ...objects.flatMap((one) => (one.sync === "Synced" ? [] : `${nameText(one)}: ${one.sync}`))];
}

/** What became of each object. */
export function outcomesOf({ operation }: SyncReport): string[] {
  const named = operation.results.map((one) => ({
    ...one,
    namespace: one.namespace === "" ? undefined : one.namespace,
  }));
  return named.map((one) => `${nameText(one)}: ${one.status}`).toSorted();
}
