/**
 * Lists of the API server's own kinds whose order means nothing, although the API calls them atomic: it says of them
 * only that they are replaced as a whole. By the name of the field; https://kubernetes.io/docs/reference/kubernetes-api/
 */
const unordered: ReadonlySet<string> = new Set([
  // Of pods.
  "add",
  "drop",
  "hostnames",
  "matchExpressions",
  "matchFields",
  "matchLabelKeys",
  "mismatchLabelKeys",
  "namespaces",
  "nodeSelectorTerms",
  "preferredDuringSchedulingIgnoredDuringExecution",
  "requiredDuringSchedulingIgnoredDuringExecution",
  "supplementalGroups",
  "sysctls",
  "tolerations",
  "values",
  // Of storage.
  "accessModes",
  "mountOptions",
  // Of what is served, and to whom.
  "except",
  "externalIPs",
  "from",
  "hosts",
  "imagePullSecrets",
  "ingress",
  "egress",
  "loadBalancerSourceRanges",
  "paths",
  "policyTypes",
  "ports",
  "tls",
  "to",
  // Of access.
  "apiGroups",
  "apiVersions",
  "groups",
  "nonResourceURLs",
  "operations",
  "resourceNames",
  "resources",
  "rules",
  "subjects",
  "usages",
  "verbs",
  // Of the rest.
  "categories",
  "finalizers",
  "limits",
  "metrics",
  "scopes",
  "shortNames",
]);

/** Whether the order of such a list means nothing. */
export function isUnordered(parent: string | undefined, name: string): boolean {
  // The first rule that fits decides.
  return unordered.has(name) && !(name === "rules" && parent === "podFailurePolicy");
}
