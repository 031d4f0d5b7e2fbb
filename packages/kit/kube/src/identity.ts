import { groupOf } from "@kit/schema";
import type { JsonObject } from "./json.ts";

/** What makes an object the one that it is to the API server: its group (not its version), kind, namespace and name. */
export interface Identity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
}

/** `v1` of `apps/v1`, and of `v1` of the core group. */
export function versionOf(apiVersion: string): string {
  return apiVersion.slice(apiVersion.indexOf("/") + 1);
}

/** The same text for two objects exactly where they are one object to the API server. */
export function identityKey({ apiVersion, kind, name, namespace = "" }: Identity): string {
  return [groupOf(apiVersion), kind, namespace, name].join("/");
}

/** The API version and the kind that an object states; empty where it states none. */
export function typeMetaOf({ apiVersion, kind }: JsonObject): { readonly apiVersion: string; readonly kind: string } {
  return { apiVersion: typeof apiVersion === "string" ? apiVersion : "", kind: typeof kind === "string" ? kind : "" };
}
