import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import type { Service } from "kubernetes-models/v1/Service";
import * as v from "valibot";
import { patch } from "./patch.ts";
import { tlsSecretName } from "./secret.ts";
import type { Change } from "./service.ts";
import { integer } from "./values.ts";

const host = v.pipe(
  v.string("must be a host name"),
  v.regex(
    /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)+$/,
    "must be a lower-case host name such as todo.example.com",
  ),
);

const schema = v.variant(
  "type",
  [
    v.strictObject({ type: v.literal("ClusterIP") }),
    v.strictObject({ type: v.literal("NodePort"), nodePort: integer(30000, 32767) }),
    v.strictObject({ type: v.literal("Ingress"), host }),
  ],
  'must be "ClusterIP", "NodePort" or "Ingress"',
);

/** How a service is reached: in the cluster only, on a port of every node, or by name over TLS. */
export type Exposure = v.InferOutput<typeof schema>;

/** How a service is reached, as a value of an environment. */
export function exposure(): v.GenericSchema<Exposure> {
  return schema;
}

/**
 * What makes a Service reachable as an environment says.
 *
 * By name it stays a ClusterIP behind an Ingress of the cluster's default class, which ends TLS with the
 * certificate that the platform provides (`tlsSecretName`).
 *
 * @param service A Service with one port, named `http`.
 * @param ingress The metadata of the Ingress, where there is one.
 */
export function expose(service: Service, exposed: Exposure, ingress: IngressMetadata): Change[] {
  if (exposed.type === "NodePort") {
    const ports = (service.spec?.ports ?? []).map(({ port, protocol }) => ({
      port,
      ...(protocol === undefined ? {} : { protocol }),
      nodePort: exposed.nodePort,
    }));
    return [patch(service, { spec: { type: "NodePort", ports } })];
  }
  const clusterIp = patch(service, { spec: { type: "ClusterIP" } });
  if (exposed.type === "ClusterIP") return [clusterIp];
  return [clusterIp, ingressFor(service, exposed.host, ingress)];
}

interface IngressMetadata {
  readonly name: string;
  readonly labels: Record<string, string>;
}

function ingressFor(service: Service, ingressHost: string, metadata: IngressMetadata): Ingress {
  const backend = { service: { name: service.metadata?.name ?? "", port: { name: "http" } } };
  return new Ingress({
    metadata,
    spec: {
      tls: [{ hosts: [ingressHost], secretName: tlsSecretName(ingressHost) }],
      rules: [{ host: ingressHost, http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }],
    },
  });
}
