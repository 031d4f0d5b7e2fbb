import { defaultOptions } from "./options.ts";
import { pack, type Pack } from "./pack.ts";

/** Every Deployment and StatefulSet runs at least so many pods (default: 2), in every profile: `replicas-minimum`. */
export function replicated({ minimum = defaultOptions.minimumReplicas }: { readonly minimum?: number } = {}): Pack {
  return pack("replicated", { minimum }, { "replicas-minimum": "error" }, { minimumReplicas: minimum });
}

/** Every container of a service has a liveness and a readiness probe: `probes-required`. */
export function probed(): Pack {
  return pack("probed", {}, { "probes-required": "error" });
}

/** Every container has a CPU and a memory request, and a limit above each: `requests-below-limits`. */
export function boundedResources(): Pack {
  return pack("boundedResources", {}, { "requests-below-limits": "error" });
}

/** Containers say that they are not root, and run as a user from `minimum` on (default: 1000): `run-as-user`. */
export function nonRootUsers({ minimum = defaultOptions.minimumUser }: { readonly minimum?: number } = {}): Pack {
  return pack("nonRootUsers", { minimum }, { "run-as-user": "error" }, { minimumUser: minimum });
}

/**
 * Names of a service's objects begin with `prefix`: `name-prefix`.
 *
 * @param parameters `prefix` may have `{service}` and `{system}`, which stand for the package's folders. Default: `{service}`.
 */
export function prefixedNames({ prefix = defaultOptions.namePrefix }: { readonly prefix?: string } = {}): Pack {
  return pack("prefixedNames", { prefix }, { "name-prefix": "error" }, { namePrefix: prefix });
}

/** Every object of a service has these labels, with any value; Namespaces may lack them: `label-standard`. */
export function labelStandard({ labels }: { readonly labels: readonly string[] }): Pack {
  return pack("labelStandard", { labels }, { "label-standard": "error" }, { requiredLabels: labels });
}

/** Every object of a service has these annotations, with any value; Namespaces may lack them: `annotation-standard`. */
export function annotationStandard({ annotations }: { readonly annotations: readonly string[] }): Pack {
  return pack(
    "annotationStandard",
    { annotations },
    { "annotation-standard": "error" },
    { requiredAnnotations: annotations },
  );
}

/** No object, and no pod, has one of these labels or annotations: `metadata-forbidden`. */
export function forbiddenMetadata({
  labels = [],
  annotations = [],
}: {
  readonly labels?: readonly string[];
  readonly annotations?: readonly string[];
}): Pack {
  return pack(
    "forbiddenMetadata",
    { labels, annotations },
    { "metadata-forbidden": "error" },
    { forbiddenLabels: labels, forbiddenAnnotations: annotations },
  );
}

/** What a container may take of memory is what it has asked for: `memory-limit-is-request`. */
export function guaranteedMemory(): Pack {
  return pack("guaranteedMemory", {}, { "memory-limit-is-request": "error" });
}

/**
 * The label `app.kubernetes.io/version` is the tag of the image that runs: `version-label`. An image reference has one colon
 * then, and `set-image` and `promote` refuse a digest and a registry with a port.
 */
export function versionFromTag(): Pack {
  return pack("versionFromTag", {}, { "version-label": "error" });
}

/** No container pulls where the cluster's images are in its nodes' own store (`localImages`): `image-pull-policy-minikube`. */
export function localImagesOnly(): Pack {
  return pack("localImagesOnly", {}, { "image-pull-policy-minikube": "error" });
}

/** Everything fits its cluster, while it rolls, too, and keeps to the cluster's target: `capacity-fits`, `capacity-target`. */
export function withinCapacity(): Pack {
  return pack("withinCapacity", {}, { "capacity-fits": "error", "capacity-target": "error" });
}
