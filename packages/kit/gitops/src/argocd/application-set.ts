import { ApplicationSet } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet";
import { isPlannedPreview, type SyncPlan, type PlannedEnvironment } from "../plan.ts";
import { applicationAnnotations } from "./annotations.ts";
import { ignoredDifferences } from "./ignored-differences.ts";
import { namespaceOf } from "./namespace-of.ts";
import { syncPolicy } from "./sync-options.ts";

/**
 * One object that makes the Applications of all environments but previews. It lists them, instead of looking for folders: which
 * environment is synced to where is written down. It never removes an Application, nor what one has deployed.
 */
export function applicationSet(plan: SyncPlan): ApplicationSet {
  const { repository, branch } = plan.definition;
  const standing = plan.environments.filter((one) => !isPlannedPreview(one));
  const { automated: _, ...policy } = syncPolicy(plan.environments[0]!.sync);
  return new ApplicationSet({
    metadata: { name: plan.root, namespace: namespaceOf(plan) },
    spec: {
      goTemplate: true,
      goTemplateOptions: ["missingkey=error"],
      generators: [{ list: { elements: standing.map((one) => elementOf(plan, one)) } }],
      syncPolicy: { applicationsSync: "create-update", preserveResourcesOnDeletion: true },
      template: {
        metadata: { name: "{{ .name }}" },
        spec: {
          project: "{{ .name }}",
          source: { repoURL: repository, targetRevision: branch, path: "{{ .path }}" },
          destination: { name: "{{ .destination }}", namespace: "{{ .namespace }}" },
          syncPolicy: policy,
        },
      },
      templatePatch: standing.some(({ objects }) => ignoredDifferences(objects).length > 0)
        ? templatePatchWithDifferences
        : templatePatch,
    },
  });
}

// What is a map or may be missing does not fit into a text.
const templatePatch = `metadata:
  annotations: {{ toJson .annotations }}
{{- if hasKey . "automated" }}
spec:
  syncPolicy:
    automated: {{ toJson .automated }}
{{- end }}
`;

const templatePatchWithDifferences = `metadata:
  annotations: {{ toJson .annotations }}
{{- if or (hasKey . "automated") (hasKey . "ignoreDifferences") }}
spec:
{{- if hasKey . "automated" }}
  syncPolicy:
    automated: {{ toJson .automated }}
{{- end }}
{{- if hasKey . "ignoreDifferences" }}
  ignoreDifferences: {{ toJson .ignoreDifferences }}
{{- end }}
{{- end }}
`;

function elementOf(plan: SyncPlan, environment: PlannedEnvironment) {
  const { name, namespace, path, sync } = environment;
  const { automated } = syncPolicy(sync);
  const ignoreDifferences = ignoredDifferences(environment.objects);
  return {
    name,
    path,
    destination: sync.destination,
    namespace,
    annotations: applicationAnnotations(plan, environment),
    ...(automated === undefined ? {} : { automated }),
    ...(ignoreDifferences.length === 0 ? {} : { ignoreDifferences }),
  };
}
