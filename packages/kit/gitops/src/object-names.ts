import type { GitOps } from "./define-gitops.ts";
import { repositoryName } from "./repository-url.ts";

/** What the objects of a definition are called. */
export interface ObjectNames {
  /** Of the source, and of what syncs the others. */
  readonly root: string;
  /** Of an environment's Application, AppProject and Kustomization: `manifests-shop-prod`. */
  environment(id: string): string;
}

export function objectNames({ repository, name = repositoryName(repository) }: GitOps): ObjectNames {
  return { root: name, environment: (id) => `${name}-${id.replaceAll("/", "-")}` };
}

/** The name of an image's ImagePolicy, which a marker in the overlay has: `# {"$imagepolicy": "flux-system:<this>:tag"}`. */
export function policyName(environment: { readonly name: string }, image: string): string {
  return `${environment.name}-${image.replaceAll(/[^a-z0-9]+/g, "-")}`;
}

/** The branch, as the tag of an OCI artifact can be written. */
export function tagOf({ branch }: GitOps): string {
  return branch.replaceAll("/", "-");
}
