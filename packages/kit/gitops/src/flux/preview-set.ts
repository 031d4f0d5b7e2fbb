import { Kustomization } from "@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1/Kustomization";
import type { PullRequests } from "../define-gitops.ts";
import type { SyncPlan, PlannedPreview } from "../plan.ts";
import { forFlux } from "../preview/marks.ts";
import { patchText } from "../preview/patch-text.ts";
import { fluxNamespace } from "./flux-namespace.ts";
import { sourceRef } from "./source.ts";

interface Written {
  toJSON(): unknown;
}

const apiVersion = "fluxcd.controlplane.io/v1";

/**
 * What makes a Kustomization for each pull request, and removes it with all that it deployed: the sample, patched. Flux
 * itself knows no pull requests; these two kinds are of Flux Operator, which runs beside it.
 */
export function previewResourceSet(plan: SyncPlan, environment: PlannedPreview): Written[] {
  const { name, sync, preview, path } = environment;
  const metadata = { name, namespace: fluxNamespace(plan) };
  const kustomization = new Kustomization({
    metadata: { name: `${name}-<< inputs.id >>`, namespace: metadata.namespace },
    spec: {
      interval: "10m",
      retryInterval: "2m",
      timeout: "5m",
      path: `./${path}`,
      sourceRef: sourceRef(plan),
      prune: true,
      // What `prune` says holds at its own end too, as it would by default.
      deletionPolicy: "Delete",
      wait: true,
      ...(sync.controllers === undefined ? {} : { dependsOn: sync.controllers.map((one) => ({ name: one })) }),
      patches: preview.made!.patches.map((patch) => ({ target: patch.target, patch: forFlux(patchText(patch)) })),
    },
  });
  return [
    written({
      apiVersion,
      kind: "ResourceSetInputProvider",
      metadata: {
        ...metadata,
        annotations: { "fluxcd.controlplane.io/reconcileEvery": sync.pullRequests!.interval ?? "5m" },
      },
      spec: providerOf(sync.pullRequests!, preview.max),
    }),
    written({
      apiVersion,
      kind: "ResourceSet",
      metadata,
      spec: {
        inputsFrom: [{ apiVersion, kind: "ResourceSetInputProvider", name }],
        resources: [kustomization.toJSON()],
      },
    }),
  ];
}

function providerOf({ host, project, labels, server, token }: PullRequests, max: number) {
  const { type, own } = {
    github: { type: "GitHubPullRequest", own: "https://github.com" },
    gitlab: { type: "GitLabMergeRequest", own: "https://gitlab.com" },
  }[host];
  return {
    type,
    url: `${server ?? own}/${project}`,
    ...(token === undefined ? {} : { secretRef: { name: token.secret } }),
    filter: { labels, limit: max },
  };
}

function written(object: object): Written {
  return { toJSON: () => object };
}
