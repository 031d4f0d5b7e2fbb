import type { KubeObject } from "./kube-object.ts";
import { fromHelper } from "./from-helper.ts";
import { patch, type Patch } from "./patch.ts";

export type Labels = Readonly<Record<string, string>>;

/** The label that follows the image tag which the overlay deploys. */
export const versionLabel = "app.kubernetes.io/version";

/**
 * The recommended labels of a service's objects, as far as they are the same in every environment.
 *
 * `version` is a placeholder that the overlay's `replacements` entry overwrites with its image's tag: it has
 * to be a string in the base already, or kustomize would write a tag such as `1.10` as a number.
 * `instance` is the release, which each environment sets (`releaseLabels`).
 */
export function standardLabels(service: string): Record<string, string> {
  return {
    app: service,
    "app.kubernetes.io/name": service,
    [versionLabel]: "set-by-overlay",
    "app.kubernetes.io/managed-by": "kustomize",
  };
}

/** The label that names the release which an object belongs to. */
export function releaseLabel(release: string): Record<string, string> {
  return { "app.kubernetes.io/instance": release };
}

/** Labels every object with the release that it belongs to. */
export function releaseLabels(objects: readonly KubeObject[], release: string): Patch[] {
  const delta = { metadata: { labels: releaseLabel(release) } };
  return fromHelper(
    "releaseLabels",
    objects.map((target) => patch(target, delta)),
  );
}
