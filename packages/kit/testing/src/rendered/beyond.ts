// What the helpers of the front add to the fields that a system writes, and why; written by hand, never from the helpers.

/** Pod Security `restricted`, which prod's namespaces enforce. */
export const podSecurity = { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } };
export const containerSecurity = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };

/** No token for the Kubernetes API, which none calls; no variables for Services, which are found by DNS. */
export const podAccess = { automountServiceAccountToken: false, enableServiceLinks: false };

/** prod has several nodes: the pods of a rollout are spread over them where that is possible. */
export function spread(app: string): object {
  const constraint = {
    maxSkew: 1,
    topologyKey: "kubernetes.io/hostname",
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: { app } },
    matchLabelKeys: ["pod-template-hash"],
  };
  return { topologySpreadConstraints: [constraint] };
}

/** The nodes of prod are drained: of two pods one may go at a time, and what is broken anyway does not block it. */
export function disruptionBudget(metadata: object, app: string): object {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata,
    spec: { maxUnavailable: 1, selector: { matchLabels: { app } }, unhealthyPodEvictionPolicy: "AlwaysAllow" },
  };
}

/** The checksum of the ConfigMaps that the pods read, so that a change rolls them. Its value is tested elsewhere. */
export function checksumOf(deployment: unknown): Record<string, unknown> {
  const { spec } = deployment as { spec: { template: { metadata: { annotations?: Record<string, string> } } } };
  const checksum = spec.template.metadata.annotations?.["checksum/config"];
  if (checksum === undefined || !/^[0-9a-f]{64}$/.test(checksum)) throw new Error("the pod template has no checksum");
  return { annotations: { "checksum/config": checksum } };
}

/** Reached by name over TLS, with the certificate that the platform provides. */
export function ingress(metadata: object, host: string, service: string): object {
  const backend = { service: { name: service, port: { name: "http" } } };
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata,
    spec: {
      tls: [{ hosts: [host], secretName: `${host.replaceAll(".", "-")}-tls` }],
      rules: [{ host, http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }],
    },
  };
}

/** The Secrets have to be there before the pods that read them: the wave before theirs. */
const earlier = { "argocd.argoproj.io/sync-wave": "-1" };

export function namespace(name: string, labels: object = {}): object {
  const enforced = { ...labels, "pod-security.kubernetes.io/enforce": "restricted" };
  const annotations = {
    ...earlier,
    "argocd.argoproj.io/sync-options": "Prune=false,Delete=false",
    "kustomize.toolkit.fluxcd.io/prune": "disabled",
  };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels: enforced, annotations } };
}

/** Who a service talks to in prod; every host of a port where no `app` is named. */
interface Traffic {
  readonly port: number;
  readonly from: readonly string[];
  readonly to: readonly { readonly app?: string; readonly port: number }[];
}

/** prod isolates its pods in both directions, but for DNS and what the services need. */
export function networkPolicy(metadata: object, app: string, { port, from, to }: Traffic): object {
  const dns = {
    to: [inNamespace("kube-system", { "k8s-app": "kube-dns" })],
    ports: [{ ...tcp(53), protocol: "UDP" }, tcp(53)],
  };
  const others = to.map((one) => ({
    ...(one.app === undefined ? {} : { to: [pods(one.app)] }),
    ports: [tcp(one.port)],
  }));
  return isolation(metadata, app, {
    policyTypes: ["Ingress", "Egress"],
    ...(from.length === 0 ? {} : { ingress: [{ from: from.map(pods), ports: [tcp(port)] }] }),
    egress: [dns, ...others],
  });
}

/** What has a host is reached by prod's ingress controller, Traefik in its chart's namespace and labels. */
export function fromIngressController(metadata: object, app: string, port: number): object {
  const controller = inNamespace("traefik", { "app.kubernetes.io/name": "traefik" });
  return isolation(metadata, app, { policyTypes: ["Ingress"], ingress: [{ from: [controller], ports: [tcp(port)] }] });
}

function isolation(metadata: object, app: string, rules: object): object {
  const spec = { podSelector: { matchLabels: { app } }, ...rules };
  return { apiVersion: "networking.k8s.io/v1", kind: "NetworkPolicy", metadata, spec };
}

function inNamespace(name: string, labels: object): object {
  const namespaceSelector = { matchLabels: { "kubernetes.io/metadata.name": name } };
  return { namespaceSelector, podSelector: { matchLabels: labels } };
}

function pods(app: string): object {
  return { podSelector: { matchLabels: { app } } };
}

function tcp(port: number): object {
  return { protocol: "TCP", port };
}

/** prod's Secrets are made by External Secrets Operator, from the store that the platform provides. */
export function externalSecret(metadata: object, remoteKey: string, keys: readonly string[]): object {
  const { name } = metadata as { readonly name: string };
  const data = keys.map((key) => ({
    secretKey: key,
    // The last three are what the operator would add.
    remoteRef: {
      key: remoteKey,
      property: key,
      conversionStrategy: "Default",
      decodingStrategy: "None",
      metadataPolicy: "None",
    },
  }));
  return {
    apiVersion: "external-secrets.io/v1",
    kind: "ExternalSecret",
    metadata: { ...metadata, annotations: earlier },
    spec: {
      refreshInterval: "1h",
      secretStoreRef: { kind: "ClusterSecretStore", name: "production" },
      target: { name, creationPolicy: "Owner", deletionPolicy: "Retain" },
      data,
    },
  };
}
