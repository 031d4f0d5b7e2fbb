import { shown, UserError } from "@kit/errors";
import { Ingress } from "kubernetes-models/networking.k8s.io/v1/Ingress";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { INetworkPolicyPort } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPort";
import type { Service } from "kubernetes-models/v1/Service";
import type { IServicePort } from "kubernetes-models/v1/ServicePort";
import * as v from "valibot";
import { isAsProduction } from "./as-production.ts";
import type { Environment } from "./environment.ts";
import { fromHelper } from "./from-helper.ts";
import { describeObject } from "./kube-object.ts";
import type { Labels } from "./labels.ts";
import { podPeer, type Pods } from "./pods.ts";
import { patch } from "./patch.ts";
import { tlsSecretName } from "./secret.ts";
import type { Change } from "./service.ts";
import { integer } from "./values.ts";

const host = v.pipe(
  v.string("must be a host name"),
  v.regex(
    /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)+$/,
    "must be a lower-case host name such as shop.example.com",
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

/** How one service is exposed. */
export interface Exposed {
  readonly exposure: Exposure;
  /** The name of the Ingress, and of the NetworkPolicy that lets its controller in. */
  readonly name: string;
  /** Their labels. */
  readonly labels: Labels;
}

/**
 * What makes a Service reachable as an environment says, for its pods too: as in production, where network policies
 * isolate them (`protectInProduction`), one lets in whoever the exposure is for.
 *
 * By name it stays a ClusterIP behind an Ingress of the cluster's default class, which ends TLS with the
 * certificate that the platform provides (`tlsSecretName`).
 *
 * @param service A Service with one port, named `http`.
 * @throws UserError where it is exposed by Ingress, and the cluster has no `ingressController`.
 */
export function expose(service: Service, env: Place, exposed: Exposed): Change[] {
  return fromHelper("expose", changesOf(service, env, exposed));
}

function changesOf(service: Service, env: Place, { exposure: exposed, ...metadata }: Exposed): Change[] {
  if (exposed.type === "ClusterIP") return [patch(service, { spec: { type: "ClusterIP" } })];
  if (exposed.type === "NodePort") {
    return [nodePortOf(service, exposed.nodePort), ...opening(service, env, undefined, metadata)];
  }
  return [
    patch(service, { spec: { type: "ClusterIP" } }),
    ingressFor(service, exposed.host, metadata),
    ...opening(service, env, ingressControllerOf(service, env), metadata),
  ];
}

type Place = Pick<Environment, "id" | "environment" | "asProduction" | "cluster">;
type Metadata = Omit<Exposed, "exposure">;

function nodePortOf(service: Service, nodePort: number): Change {
  const ports = (service.spec?.ports ?? []).map(({ port, protocol }) => ({
    port,
    ...(protocol === undefined ? {} : { protocol }),
    nodePort,
  }));
  return patch(service, { spec: { type: "NodePort", ports } });
}

function ingressFor(service: Service, ingressHost: string, metadata: Metadata): Ingress {
  const backend = { service: { name: service.metadata?.name ?? "", port: { name: "http" } } };
  return new Ingress({
    metadata,
    spec: {
      tls: [{ hosts: [ingressHost], secretName: tlsSecretName(ingressHost) }],
      rules: [{ host: ingressHost, http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }],
    },
  });
}

/** Network policies add up, so this one opens what `protectInProduction` has closed, whether or not it is there. */
function opening(service: Service, env: Place, from: Pods | undefined, metadata: Metadata): NetworkPolicy[] {
  const { selector = {}, ports = [] } = service.spec ?? {};
  // Without a selector it is not pods of this namespace that answer. To a policy, none means all, of pods and of ports.
  const isEmpty = Object.keys(selector).length === 0 || ports.length === 0;
  if (!isAsProduction(env) || isEmpty) return [];
  const rule = { ...(from === undefined ? {} : { from: [podPeer(from)] }), ports: ports.map(podPort) };
  const podSelector = { matchLabels: selector };
  return [new NetworkPolicy({ metadata, spec: { podSelector, policyTypes: ["Ingress"], ingress: [rule] } })];
}

function podPort({ protocol = "TCP", port, targetPort = port }: IServicePort): INetworkPolicyPort {
  return { protocol, port: targetPort };
}

function ingressControllerOf(service: Service, { id, cluster }: Place): Pods {
  if (cluster.ingressController !== undefined) return cluster.ingressController;
  throw new UserError({
    code: "environment-value",
    what: `${describeObject(service)} is exposed by Ingress, but cluster ${shown(cluster.id)} has no ingressController`,
    where: `environment ${shown(id)}`,
    next: "add `ingressController: { namespace, podLabels }` to its defineCluster: the pods that answer for Ingresses",
  });
}
