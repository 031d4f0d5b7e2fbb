import { AppProject } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject";
import { namespaceOf } from "./namespace-of.ts";
import type { SyncPlan, PlannedEnvironment } from "../plan.ts";
import { allowedKinds } from "./allowed-kinds.ts";
import { projectFirst } from "./sync-options.ts";

/**
 * The project of an environment: it may deploy from this repository, to the namespaces that the environment has on its
 * cluster, and only the kinds of `allowedKinds`.
 */
export function environmentProject(plan: SyncPlan, environment: PlannedEnvironment): AppProject {
  const { id, name, sync, namespaces } = environment;
  const { cluster, namespaced } = allowedKinds(environment);
  return new AppProject({
    metadata: { name, namespace: namespaceOf(plan), annotations: projectFirst },
    spec: {
      description: `The environment ${id}`,
      sourceRepos: [plan.definition.repository],
      destinations: namespaces.map((namespace) => ({ name: sync.destination, namespace })),
      clusterResourceWhitelist: cluster,
      namespaceResourceWhitelist: namespaced,
      ...(sync.policy.windows.length === 0
        ? {}
        : {
            syncWindows: sync.policy.windows.map(({ timeZone = "UTC", manualSync = false, ...window }) => ({
              ...window,
              timeZone,
              applications: ["*"],
              manualSync,
            })),
          }),
    },
  });
}
