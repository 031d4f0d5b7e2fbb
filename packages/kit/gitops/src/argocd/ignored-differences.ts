import { groupOf } from "@kit/kube";
import type { SyncedObject } from "../rendered-object.ts";

/** What Argo CD is not to compare of an object. */
interface IgnoredDifference {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly jqPathExpressions: readonly string[];
}

/**
 * The fields that controllers fill in, where an object leaves them out: the certificates by which the API server trusts webhooks
 * and API services. Flux compares only what it has applied.
 */
export function ignoredDifferences(objects: readonly SyncedObject[]): IgnoredDifference[] {
  return objects.flatMap(({ apiVersion, kind, name, data }): IgnoredDifference[] => {
    const path = pathOf(kind, data as LooseTrust);
    return path === undefined ? [] : [{ group: groupOf(apiVersion), kind, name, jqPathExpressions: [path] }];
  });
}

interface LooseClient {
  readonly clientConfig?: { readonly caBundle?: unknown };
}

interface LooseTrust {
  readonly webhooks?: readonly LooseClient[];
  readonly spec?: {
    readonly service?: unknown;
    readonly caBundle?: unknown;
    readonly insecureSkipTLSVerify?: unknown;
    readonly conversion?: { readonly webhook?: LooseClient };
  };
}

function pathOf(kind: string, { webhooks = [], spec = {} }: LooseTrust): string | undefined {
  if (kind === "MutatingWebhookConfiguration" || kind === "ValidatingWebhookConfiguration") {
    return webhooks.some(isUntrusted) ? ".webhooks[]?.clientConfig.caBundle" : undefined;
  }
  if (kind === "CustomResourceDefinition") {
    const { webhook } = spec.conversion ?? {};
    return webhook !== undefined && isUntrusted(webhook) ? ".spec.conversion.webhook.clientConfig.caBundle" : undefined;
  }
  if (kind !== "APIService" || spec.service === undefined || spec.insecureSkipTLSVerify === true) return undefined;
  return spec.caBundle === undefined ? ".spec.caBundle" : undefined;
}

function isUntrusted({ clientConfig }: LooseClient): boolean {
  return clientConfig?.caBundle === undefined;
}
