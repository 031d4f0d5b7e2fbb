import type { SyncReport } from "@kit/control-plane";
import { describeIdentity } from "@kit/kube";

/** The health, then what is not as the commit has it. */
export function stateOf({ health, objects }: SyncReport["after"]): string[] {
  return [health, ...objects.flatMap((one) => (one.sync === "Synced" ? [] : `${describeIdentity(one)}: ${one.sync}`))];
}

/** What became of each object. */
export function outcomesOf({ operation }: SyncReport): string[] {
  const named = operation.results.map((one) => ({
    ...one,
    namespace: one.namespace === "" ? undefined : one.namespace,
  }));
  return named.map((one) => `${describeIdentity(one)}: ${one.status}`).toSorted();
}
