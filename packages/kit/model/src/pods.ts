import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import type { Labels } from "./labels.ts";

/** Some pods, as a network policy names them. */
export interface Pods {
  readonly podLabels: Labels;
  /** Default: the namespace of the policy. */
  readonly namespace?: string;
}

export function podPeer({ podLabels, namespace }: Pods): INetworkPolicyPeer {
  const podSelector = { matchLabels: podLabels };
  if (namespace === undefined) return { podSelector };
  // The API server gives every namespace this label.
  return { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } }, podSelector };
}
