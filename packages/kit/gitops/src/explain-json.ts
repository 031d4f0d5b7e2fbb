import { forJson } from "@kit/text";
import { isPlannedPreview, type SyncPlan, type PlannedPreview } from "./plan.ts";
import { inWords } from "./preview/marks.ts";

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
      ...(isPlannedPreview(one) ? { preview: previewOf(one) } : {}),
    })),
  };
  return `${forJson(document)}\n`;
}

function previewOf({ preview, sync }: PlannedPreview) {
  const { host, project, labels } = sync.pullRequests!;
  const images = Object.entries(preview.images).map(([name, tag]): [string, string] => [name, inWords(tag)]);
  return {
    pullRequests: { host, project, labels },
    max: preview.max,
    namespace: inWords(preview.namespace),
    images: Object.fromEntries(images),
  };
}
