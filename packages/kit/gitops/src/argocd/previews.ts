import { AppProject } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject";
import { ApplicationSet } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet";
import type { Previews } from "../define-gitops.ts";
import type { SyncPlan } from "../plan.ts";
import type { SyncedObject } from "../rendered-object.ts";
import { allowedKinds } from "./allowed-kinds.ts";
import { namespaceOf } from "./namespace-of.ts";
import { previewPatches } from "./preview-patches.ts";
import { projectFirst, retry } from "./sync-options.ts";

const finalizer = "resources-finalizer.argocd.argoproj.io";

/**
 * A pull request with the labels is deployed by its own overlay, to a namespace of its own on the environment's
 * cluster. When it is closed, what was deployed is removed.
 */
export function previewObjects(plan: SyncPlan, previews: Previews): [AppProject, ApplicationSet] {
  const environment = plan.environments.find(({ id }) => id === previews.environment)!;
  const { repository } = plan.definition;
  const { destination } = environment.sync;
  const name = `${plan.root}-previews`;
  const project = new AppProject({
    metadata: { name, namespace: namespaceOf(plan), annotations: projectFirst },
    spec: {
      description: `Pull requests, with the overlay of ${environment.id}`,
      sourceRepos: [repository],
      destinations: [{ name: destination, namespace: `${plan.root}-preview-*` }],
      // Argo CD makes the namespace itself.
      clusterResourceWhitelist: [{ group: "", kind: "Namespace" }],
      namespaceResourceWhitelist: allowedKinds(environment).namespaced,
    },
  });
  const set = new ApplicationSet({
    metadata: { name, namespace: namespaceOf(plan) },
    spec: {
      goTemplate: true,
      goTemplateOptions: ["missingkey=error"],
      generators: [{ pullRequest: { ...generatorOf(previews), requeueAfterSeconds: 300 } }],
      template: {
        metadata: { name: `${plan.root}-preview-{{ .number }}`, finalizers: [finalizer] },
        spec: {
          project: name,
          source: {
            repoURL: repository,
            targetRevision: "{{ .head_sha }}",
            path: plan.inGit(`overlays/${environment.id}`),
            kustomize: {
              namespace: `${plan.root}-preview-{{ .number }}`,
              patches: previewPatches(environment.objects),
            },
          },
          destination: { name: destination, namespace: `${plan.root}-preview-{{ .number }}` },
          syncPolicy: {
            automated: { prune: true, selfHeal: true },
            syncOptions: ["CreateNamespace=true", "PruneLast=true"],
            ...namespaceMetadata(environment.objects),
            retry,
          },
        },
      },
    },
  });
  return [project, set];
}

/** What the environment's own Namespace says of its pods holds for those of a preview. */
function namespaceMetadata(objects: readonly SyncedObject[]) {
  const { metadata = {} } = (objects.find(({ kind }) => kind === "Namespace")?.data ?? {}) as {
    readonly metadata?: { readonly labels?: Record<string, string> };
  };
  return metadata.labels === undefined ? {} : { managedNamespaceMetadata: { labels: metadata.labels } };
}

function generatorOf({ host, project, labels, token }: Previews) {
  const tokenRef = token === undefined ? {} : { tokenRef: { secretName: token.secret, key: token.key } };
  if (host === "gitlab") return { gitlab: { project, labels, pullRequestState: "opened", ...tokenRef } };
  const [owner = "", repo = ""] = project.split("/");
  return { github: { owner, repo, labels, ...tokenRef } };
}
