/** Namespaces that are the cluster's own: its distribution has objects there that no repository names. */
const ofCluster = new Set(["kube-node-lease", "kube-public", "kube-system"]);

/** By kind, then namespace: what every API server and controller manager has. pkg/registry/rbac and cmd/kube-controller-manager. */
const inNamespace: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "ConfigMap kube-system",
    ["extension-apiserver-authentication", "kube-apiserver-legacy-service-account-token-tracking"],
  ],
  ["Role kube-public", ["system:controller:bootstrap-signer"]],
  [
    "Role kube-system",
    [
      "extension-apiserver-authentication-reader",
      "system::leader-locking-kube-controller-manager",
      "system::leader-locking-kube-scheduler",
      "system:controller:bootstrap-signer",
      "system:controller:cloud-provider",
      "system:controller:token-cleaner",
    ],
  ],
  ["Service default", ["kubernetes"]],
]);

/** What controllers put into every namespace, those of common meshes and distributions among them. */
const everywhere: ReadonlyMap<string, readonly string[]> = new Map([
  ["ConfigMap", ["kube-root-ca.crt", "istio-ca-root-cert", "openshift-service-ca.crt"]],
  ["ServiceAccount", ["default"]],
]);

/** Whether a cluster has an object by itself, or a controller that puts it into every namespace. */
export function isOfServer(kind: string, namespace: string, name: string): boolean {
  const names = [...(everywhere.get(kind) ?? []), ...(inNamespace.get(`${kind} ${namespace}`) ?? [])];
  return names.includes(name);
}

/** Whether a namespace is the cluster's own. */
export function isNamespaceOfServer(namespace: string): boolean {
  return ofCluster.has(namespace);
}
