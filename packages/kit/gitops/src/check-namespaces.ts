import { shown, type Problem } from "@kit/errors";
import type { SyncPlan } from "./plan.ts";

/**
 * Environments of one cluster that have a namespace in common: a sync of one would take what the other has.
 *
 * @param where The file of the definition.
 */
export function checkNamespaces({ environments }: SyncPlan, where: string): Problem[] {
  return environments.flatMap((later, index) =>
    environments.slice(0, index).flatMap((earlier) => {
      if (earlier.cluster.id !== later.cluster.id) return [];
      const both = later.namespaces.filter((namespace) => earlier.namespaces.includes(namespace));
      return both.map((namespace): Problem => ({
        code: "gitops-value",
        what: `${earlier.id} and ${later.id} are both synced to the namespace ${shown(namespace)} of the cluster ${later.cluster.id}`,
        where,
        next: `give one of them another namespace: the \`namespace\` of the environment ${later.id}, say`,
      }));
    }),
  );
}
