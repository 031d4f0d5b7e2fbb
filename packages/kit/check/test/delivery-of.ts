import { readManifests } from "../src/read-manifests.ts";
import type { Delivery } from "../src/view/index.ts";

/** How the environment `dev` is synced, with what a test says of it: by Argo CD, as it is rendered, and pruned. */
export function deliveryOf(
  written: Partial<Omit<Delivery, "objects" | "folders">> & {
    /** The objects of generated/gitops, as YAML. Default: none. */
    readonly objects?: string;
    /** The folders that the repository has. Default: the environment's own. */
    readonly folders?: readonly string[];
  } = {},
): Delivery {
  const { objects = "", folders = ["overlays/dev", "generated/rendered/dev"], ...facts } = written;
  return {
    engines: ["argocd"],
    sync: "rendered",
    prune: true,
    repository: "https://github.com/example/manifests.git",
    directory: "",
    ...facts,
    objects: readManifests(objects, "generated/gitops/dev.yaml").objects,
    folders: new Set(folders),
  };
}

/** The Application of the environment `dev`, without what a test takes away or puts in. */
export function application({
  path = "generated/rendered/dev",
  annotations = "{ argocd.argoproj.io/manifest-generate-paths: /generated/rendered/dev }",
  namespace = "shop",
  options = "[PruneLast=true]",
  automated = "{ prune: true }",
  repository = "https://github.com/example/manifests.git",
}: Partial<
  Record<"path" | "annotations" | "namespace" | "options" | "automated" | "repository", string>
> = {}): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: manifests-dev, namespace: argocd, annotations: ${annotations} }
spec:
  project: manifests-dev
  source: { repoURL: "${repository}", targetRevision: main, path: "${path}" }
  destination: { name: minikube, namespace: "${namespace}" }
  syncPolicy: { automated: ${automated}, syncOptions: ${options} }
`;
}

/** The Kustomization of the environment `dev`; `more` are further lines of its spec. */
export function fluxKustomization(more = ""): string {
  return `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: manifests-dev, namespace: flux-system }
spec:
  interval: 10m
  path: ./generated/rendered/dev
  prune: true
  sourceRef: { kind: GitRepository, name: manifests }
${more}`;
}

/** An ApplicationSet as the build makes it, with the AppProject of the environment `dev`. */
export function applicationSet(elements: readonly Readonly<Record<string, unknown>>[]): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: manifests-dev, namespace: argocd }
spec: { sourceRepos: ["*"] }
---
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: manifests, namespace: argocd }
spec:
  goTemplate: true
  generators: [{ list: { elements: ${JSON.stringify(elements)} } }]
  template:
    metadata: { name: "{{ .name }}" }
    spec:
      project: "{{ .name }}"
      source: { repoURL: https://github.com/example/manifests.git, targetRevision: main, path: "{{ .path }}" }
      destination: { name: "{{ .destination }}", namespace: "{{ .namespace }}" }
      syncPolicy: { syncOptions: [FailOnSharedResource=true] }
  templatePatch: |
    metadata:
      annotations: {{ toJson .annotations }}
    {{- if hasKey . "automated" }}
    spec:
      syncPolicy:
        automated: {{ toJson .automated }}
    {{- end }}
`;
}
