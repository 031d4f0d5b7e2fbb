// What is added to the specified fields, and why: the same for both systems.

/** Pod Security `restricted`, which prod's namespaces enforce. */
export const podSecurity = { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } };
export const containerSecurity = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };

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

export function namespace(name: string, labels: object = {}): object {
  const enforced = { ...labels, "pod-security.kubernetes.io/enforce": "restricted" };
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels: enforced } };
}
