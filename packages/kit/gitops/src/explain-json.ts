import { forJson } from "@kit/text";
import type { SyncPlan } from "./plan.ts";

/** The plan for other programs. What is not known is `null`. */
export function explainSyncJson({ definition, environments, root }: SyncPlan): string {
  const { repository, branch, engine, sync = "rendered", directory = null } = definition;
  const document = {
    repository,
    branch,
    directory,
    engine,
    sync,
    name: root,
    environments: environments.map((one) => ({
      environment: one.id,
      name: one.name,
      path: one.path,
      inputs: one.inputs,
      cluster: one.cluster.id,
      destination: one.sync.destination,
      namespaces: one.namespaces,
      objects: one.objects.length,
      policy: one.sync.policy,
      secretsByHand: one.byHand,
    })),
  };
  return `${forJson(document)}\n`;
}
