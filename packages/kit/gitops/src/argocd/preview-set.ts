import { AppProject } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject";
import { ApplicationSet } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet";
import { durationOf } from "@kit/kube";
import type { PullRequests } from "../define-gitops.ts";
import type { SyncPlan, PlannedPreview } from "../plan.ts";
import { asGlob, forArgocd } from "../preview/marks.ts";
import { patchText } from "../preview/patch-text.ts";
import { allowedKinds } from "./allowed-kinds.ts";
import { applicationAnnotations } from "./annotations.ts";
import { sourceOf } from "./application.ts";
import { namespaceOf } from "./namespace-of.ts";
import { projectFirst, syncPolicy } from "./sync-options.ts";

/** With it a closed pull request takes along all that was deployed of it; without it Argo CD would leave it. */
const finalizer = "resources-finalizer.argocd.argoproj.io";

/**
 * What makes an Application for each pull request, and removes it with all that it deployed: the sample, patched. It may
 * deploy to the namespaces of previews alone.
 */
export function previewSet(plan: SyncPlan, environment: PlannedPreview): [AppProject, ApplicationSet] {
  const { id, name, sync, preview, path } = environment;
  const namespace = namespaceOf(plan);
  const project = new AppProject({
    metadata: { name, namespace, annotations: projectFirst },
    spec: {
      description: `Pull requests, each with the environment ${id} of its own`,
      sourceRepos: [plan.definition.repository],
      destinations: [{ name: sync.destination, namespace: asGlob(preview.namespace) }],
      clusterResourceWhitelist: preview.made!.clusterObjects.map((one) => ({ ...one, name: asGlob(one.name) })),
      namespaceResourceWhitelist: allowedKinds(environment).namespaced,
    },
  });
  const set = new ApplicationSet({
    metadata: { name, namespace },
    spec: {
      goTemplate: true,
      goTemplateOptions: ["missingkey=error"],
      generators: [{ pullRequest: generatorOf(sync.pullRequests!) }],
      template: {
        metadata: {
          name: `${name}-{{ .number }}`,
          annotations: applicationAnnotations(plan, environment),
          finalizers: [finalizer],
        },
        spec: {
          project: name,
          source: {
            ...sourceOf(plan, path),
            kustomize: {
              patches: preview.made!.patches.map((patch) => ({
                target: patch.target,
                patch: forArgocd(patchText(patch)),
              })),
            },
          },
          destination: { name: sync.destination, namespace: forArgocd(preview.namespace) },
          syncPolicy: syncPolicy(sync),
        },
      },
    },
  });
  return [project, set];
}

function generatorOf({ host, project, labels, server, token, interval = "5m" }: PullRequests) {
  const requeueAfterSeconds = Math.ceil(Number(durationOf(interval)) / 1e9);
  const tokenRef = token === undefined ? {} : { tokenRef: { secretName: token.secret, key: token.key } };
  const api = server === undefined ? {} : { api: `${server}/` };
  if (host === "gitlab") {
    return { gitlab: { project, ...api, labels, pullRequestState: "opened", ...tokenRef }, requeueAfterSeconds };
  }
  const [owner = "", repo = ""] = project.split("/");
  return { github: { owner, repo, ...api, labels, ...tokenRef }, requeueAfterSeconds };
}
