import { groupOf, isBuiltInGroup } from "@kit/schema";
import { at, textOf } from "./loose.ts";

/** What an operator may make of a custom resource. */
export interface MadeByOperator {
  /** The kinds; undefined where it may be any. */
  readonly kinds: readonly string[] | undefined;
  /** Where; undefined where it may be any namespace. */
  readonly namespaces: readonly string[] | undefined;
}

const nothing: readonly string[] = [];

/** Groups, or kinds of them, whose objects make nothing that others name, or only these kinds. */
const makes = new Map<string, readonly string[]>(
  Object.entries({
    "acme.cert-manager.io": nothing,
    "apps.kruise.io": nothing,
    "argoproj.io/AnalysisTemplate": nothing,
    "argoproj.io/AppProject": nothing,
    "argoproj.io/ClusterAnalysisTemplate": nothing,
    "argoproj.io/ClusterWorkflowTemplate": nothing,
    "argoproj.io/Rollout": nothing,
    "argoproj.io/WorkflowTemplate": nothing,
    "autoscaling.k8s.io": nothing,
    "bitnami.com": ["Secret"],
    "cert-manager.io": ["Secret"],
    "cilium.io": nothing,
    "cloud.google.com": nothing,
    "configuration.konghq.com": nothing,
    "constraints.gatekeeper.sh": nothing,
    "crd.projectcalico.org": nothing,
    "elbv2.k8s.aws": nothing,
    "external-secrets.io": ["Secret"],
    "gateway.networking.k8s.io/BackendTLSPolicy": nothing,
    "gateway.networking.k8s.io/GRPCRoute": nothing,
    "gateway.networking.k8s.io/GatewayClass": nothing,
    "gateway.networking.k8s.io/HTTPRoute": nothing,
    "gateway.networking.k8s.io/ReferenceGrant": nothing,
    "gateway.networking.k8s.io/TCPRoute": nothing,
    "gateway.networking.k8s.io/TLSRoute": nothing,
    "gateway.networking.k8s.io/UDPRoute": nothing,
    "generators.external-secrets.io": nothing,
    "image.toolkit.fluxcd.io": nothing,
    "k8s.nginx.org": nothing,
    "karpenter.k8s.aws": nothing,
    "karpenter.sh": nothing,
    "keda.sh": ["HorizontalPodAutoscaler"],
    "linkerd.io": nothing,
    "metallb.io": nothing,
    "monitoring.coreos.com/AlertmanagerConfig": nothing,
    "monitoring.coreos.com/PodMonitor": nothing,
    "monitoring.coreos.com/Probe": nothing,
    "monitoring.coreos.com/PrometheusRule": nothing,
    "monitoring.coreos.com/ScrapeConfig": nothing,
    "monitoring.coreos.com/ServiceMonitor": nothing,
    "networking.gke.io": nothing,
    "networking.istio.io": nothing,
    "notification.toolkit.fluxcd.io": nothing,
    "policy.linkerd.io": nothing,
    "projectcalico.org": nothing,
    "secrets-store.csi.x-k8s.io": ["Secret"],
    "security.istio.io": nothing,
    "snapshot.storage.k8s.io": nothing,
    "source.toolkit.fluxcd.io": nothing,
    "telemetry.istio.io": nothing,
    "templates.gatekeeper.sh": nothing,
    "traefik.containo.us": nothing,
    "traefik.io": nothing,
    "trust.cert-manager.io": ["ConfigMap", "Secret"],
    "wgpolicyk8s.io": nothing,
  }),
);

/** Where the objects go that these bring, if they say it; else it may be any namespace. */
const deliverers: Readonly<Record<string, readonly string[]>> = {
  "argoproj.io/Application": ["spec", "destination", "namespace"],
  "argoproj.io/ApplicationSet": ["spec", "template", "spec", "destination", "namespace"],
  "kustomize.toolkit.fluxcd.io/Kustomization": ["spec", "targetNamespace"],
};

interface CustomObject {
  readonly apiVersion: string;
  readonly kind: string;
  /** Undefined where it is in none. */
  readonly namespace: string | undefined;
  readonly raw: object;
}

/**
 * What a custom resource's operator may make of it. Of kinds that nobody describes here it may be anything, in the
 * namespace of the object, or in that which it names, or in any where the object is in none.
 *
 * @returns Undefined of Kubernetes' own kinds, and where it makes nothing.
 */
export function madeByOperator({ apiVersion, kind, namespace, raw }: CustomObject): MadeByOperator | undefined {
  const group = groupOf(apiVersion);
  if (isBuiltInGroup(group)) return undefined;
  const key = `${group}/${kind}`;
  const kinds = makes.get(key) ?? makes.get(group);
  if (kinds?.length === 0) return undefined;
  const target = textOf(at(raw, ...(deliverers[key] ?? ["spec", "targetNamespace"])));
  if (target !== undefined && target !== "") return { kinds, namespaces: [target] };
  const isAnywhere = key in deliverers || namespace === undefined;
  return { kinds, namespaces: isAnywhere ? undefined : [namespace] };
}
