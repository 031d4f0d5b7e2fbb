import { groupOf, isBuiltInGroup } from "@kit/schema";
import type { JsonObject } from "./json.ts";

/** What makes an object the one that it is to the API server: its group (not its version), kind, namespace and name. */
export interface Identity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

/** The same without a version. */
export interface GroupIdentity {
  /** Such as `apps`; empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

/** The identity of an object as it says it itself, without a namespace where it says none; empty texts for what it lacks. */
export function identityOf(object: object): Identity {
  const {
    apiVersion = "",
    kind = "",
    metadata,
  } = object as Partial<Identity> & { readonly metadata?: Partial<Identity> };
  return { apiVersion, kind, name: metadata?.name ?? "", namespace: metadata?.namespace };
}

/** The same text for two objects exactly where they are one object to the API server: `apps/Deployment/shop/web`. */
export function identityKey(identity: Identity | GroupIdentity): string {
  const { kind, name, namespace = "" } = identity;
  return [group(identity), kind, namespace, name].join("/");
}

/** The key of an object as it says it itself. */
export function keyOf(object: object): string {
  return identityKey(identityOf(object));
}

/** How people are told of an object: `Deployment shop/web`, and `Namespace shop` of what is in none. */
export function describeIdentity({ kind, namespace, name }: Omit<GroupIdentity, "group">): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** `v1` of `apps/v1`, and of `v1` of the core group. */
export function versionOf(apiVersion: string): string {
  return apiVersion.slice(apiVersion.indexOf("/") + 1);
}

/** Whether a kind of this API version is Kubernetes' own: `v1`, `apps/v1`, `networking.k8s.io/v1`. */
export function isBuiltIn(apiVersion: string): boolean {
  return isBuiltInGroup(groupOf(apiVersion));
}

/** The API version and the kind that an object states; empty where it states none. */
export function typeMetaOf({ apiVersion, kind }: JsonObject): { readonly apiVersion: string; readonly kind: string } {
  return { apiVersion: typeof apiVersion === "string" ? apiVersion : "", kind: typeof kind === "string" ? kind : "" };
}

function group(identity: Identity | GroupIdentity): string {
  return "group" in identity ? identity.group : groupOf(identity.apiVersion);
}
