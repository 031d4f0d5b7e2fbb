import { identityKey, identityOf } from "@kit/kube";
import { isDeepStrictEqual } from "node:util";
import type { Manifest, ManifestData } from "./manifest.ts";

/** What a sync does with the objects that are not wanted any more. */
export interface Gone {
  /** To be deleted, in this order: the last of the files first. */
  readonly pruned: readonly Manifest[];
  /** An annotation says that they stay. */
  readonly kept: readonly Manifest[];
}

/** The objects that were deployed and are not to be any more. */
export function goneObjects(before: readonly Manifest[], after: readonly Manifest[]): Gone {
  const wanted = new Set(after.map(({ data }) => keyOf(data)));
  const gone = before.filter(({ data }) => !wanted.has(keyOf(data))).toReversed();
  const { pruned = [], kept = [] } = Object.groupBy(gone, ({ data }) => (staysForEver(data) ? "kept" : "pruned"));
  return { pruned, kept };
}

/** The same text for two objects that are one to the API server. */
export function keyOf(data: ManifestData): string {
  return identityKey(identityOf(data));
}

/** Whether a sync engine may delete the object and make it anew where its change is refused. */
export function mayReplace(data: ManifestData): boolean {
  const { argo, flux } = engineOptions(data);
  return argo.includes("Force=true") || flux("force") === "enabled";
}

/** Whether the server has another object now, beside what it counts and what controllers say of it. */
export function differs(before: object, after: object): boolean {
  return !isDeepStrictEqual(withoutStatus(before), withoutStatus(after));
}

function staysForEver(data: ManifestData): boolean {
  const { argo, flux } = engineOptions(data);
  return argo.includes("Prune=false") || flux("prune") === "disabled";
}

/** What Argo CD and Flux are told about an object. */
function engineOptions({ metadata }: ManifestData) {
  const { annotations = {} } = metadata as { annotations?: Readonly<Record<string, string>> };
  const argo = (annotations["argocd.argoproj.io/sync-options"] ?? "").split(/\s*,\s*/);
  const flux = (name: string): string | undefined => annotations[`kustomize.toolkit.fluxcd.io/${name}`]?.toLowerCase();
  return { argo, flux };
}

function withoutStatus(object: object): object {
  const { status: _, metadata, ...rest } = object as { status?: unknown; metadata: object };
  const { managedFields: _fields, resourceVersion: _version, generation: _generation, ...own } = metadata as Counted;
  return { ...rest, metadata: own };
}

interface Counted {
  readonly managedFields?: unknown;
  readonly resourceVersion?: unknown;
  readonly generation?: unknown;
}
