import { shown, type Problem } from "@kit/errors";
import { isPlannedPreview, type SyncPlan, type PlannedEnvironment } from "./plan.ts";
import { asGlob, inWords } from "./preview/marks.ts";

/**
 * Environments of one cluster that have a namespace in common: a sync of one would take what the other has.
 *
 * @param where The file of the definition.
 */
export function checkNamespaces({ environments }: SyncPlan, where: string): Problem[] {
  const previews = environments.flatMap((one) => takenByPreviews(one, environments, where));
  if (previews.length > 0) return previews;
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

/** The project of a preview may deploy to whatever its pattern matches, so that must be nobody else's. */
function takenByPreviews(preview: PlannedEnvironment, all: readonly PlannedEnvironment[], where: string): Problem[] {
  if (!isPlannedPreview(preview)) return [];
  const { id, cluster } = preview;
  const pattern = asGlob(preview.preview.namespace);
  const others = all.filter((one) => one.id !== id && one.cluster.id === cluster.id);
  return others.flatMap((other) =>
    other.namespaces
      .filter((namespace) => isOf(pattern, namespace))
      .map((namespace): Problem => {
        const own = isPlannedPreview(other) ? inWords(other.preview.namespace) : namespace;
        return {
          code: "gitops-value",
          what: `the previews of ${id} are synced to namespaces ${pattern} of the cluster ${cluster.id}, and ${other.id} to ${own}`,
          where,
          next: `begin the namespace of ${id} otherwise: nothing but its previews may match it`,
        };
      }),
  );
}

function isOf(pattern: string, namespace: string): boolean {
  const parts = pattern.split("*").map((part) => RegExp.escape(part));
  return new RegExp(`^${parts.join(".*")}$`).test(namespace);
}
