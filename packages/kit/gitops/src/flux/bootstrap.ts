import { Kustomization } from "@kubernetes-models/flux-cd/kustomize.toolkit.fluxcd.io/v1/Kustomization";
import type { KubeObject } from "@kit/model";
import { fluxDirectory } from "../file-names.ts";
import type { SyncPlan } from "../plan.ts";
import { fluxNamespace } from "./flux-namespace.ts";
import { fluxSource, sourceRef } from "./source.ts";

/** What is applied once to a cluster: the source, and what keeps the cluster's Kustomizations as the repository has them. */
export function fluxBootstrap(plan: SyncPlan, cluster: string): KubeObject[] {
  return [
    fluxSource(plan),
    new Kustomization({
      metadata: { name: plan.root, namespace: fluxNamespace(plan) },
      spec: {
        interval: "10m",
        retryInterval: "2m",
        path: `./${plan.inGit(`generated/${fluxDirectory(cluster)}`)}`,
        sourceRef: sourceRef(plan),
        prune: true,
        deletionPolicy: "Orphan",
      },
    }),
  ];
}
