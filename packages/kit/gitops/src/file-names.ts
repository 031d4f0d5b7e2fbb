/** Where the objects are that Argo CD's bootstrap follows, below `generated/`. */
export const argocdDirectory = "gitops/argocd/environments";

/** Where the objects of a cluster are that its bootstrap follows, below `generated/`. */
export function fluxDirectory(cluster: string): string {
  return `gitops/flux/${cluster}/environments`;
}

/** The file of an environment in both. Ids that would give one name are refused when they are loaded. */
export function environmentFile(id: string): string {
  return `${id.replaceAll("/", "-")}.yaml`;
}

/** Where a preview is synced from, below `generated/`: its sample, to be patched for a pull request. */
export function previewFolder(id: string): string {
  return `gitops/previews/${id}`;
}

// No environment's id begins with `_`.
export const applicationSetFile = "_application-set.yaml";
export const previewsFile = "_previews.yaml";
export const sourceFile = "_source.yaml";
export const alertsFile = "_alerts.yaml";
