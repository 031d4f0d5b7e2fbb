import { AppProject } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject";
import { Application } from "@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application";
import { argocdDirectory } from "../file-names.ts";
import type { SyncPlan } from "../plan.ts";
import { sourceOf } from "./application.ts";
import { namespaceOf } from "./namespace-of.ts";
import { retry } from "./sync-options.ts";

/**
 * What is applied once: it keeps the projects and Applications of the environments as the repository has them. They
 * are objects of Argo CD's own cluster, which is why this one alone is deployed there.
 */
export function argocdBootstrap(plan: SyncPlan): [AppProject, Application] {
  const namespace = namespaceOf(plan);
  const destination = { name: "in-cluster", namespace };
  const project = new AppProject({
    metadata: { name: plan.root, namespace },
    spec: {
      description: "What syncs the environments",
      sourceRepos: [plan.definition.repository],
      destinations: [destination],
      namespaceResourceWhitelist: ["AppProject", "Application", "ApplicationSet"].map((kind) => ({
        group: "argoproj.io",
        kind,
      })),
    },
  });
  const application = new Application({
    metadata: {
      name: plan.root,
      namespace,
      annotations: {
        "argocd.argoproj.io/manifest-generate-paths": `/${plan.inGit(`generated/${argocdDirectory}`)}`,
      },
    },
    spec: {
      project: plan.root,
      source: sourceOf(plan, plan.inGit(`generated/${argocdDirectory}`)),
      destination,
      syncPolicy: { automated: { prune: true, selfHeal: true }, syncOptions: ["PruneLast=true"], retry },
    },
  });
  return [project, application];
}
