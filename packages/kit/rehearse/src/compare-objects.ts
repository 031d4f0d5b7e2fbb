import { isDeepStrictEqual } from "node:util";
import { argoOptionsOf, isKept, keyOf, tellsFlux } from "@kit/kube";
import type { Manifest, ManifestData } from "./manifest.ts";
import { isHook } from "./sync-steps.ts";

/** What a sync does with the objects that are not wanted any more. */
export interface Gone {
  /** To be deleted, in this order: the last of the files first. */
  readonly pruned: readonly Manifest[];
  /** They tell Argo CD or Flux that they stay. */
  readonly kept: readonly Manifest[];
}

/** The objects that were deployed and are not to be any more. */
export function goneObjects(before: readonly Manifest[], after: readonly Manifest[]): Gone {
  const wanted = new Set(after.map(({ data }) => keyOf(data)));
  // Hooks are not a sync's to prune.
  const gone = before.filter((one) => !wanted.has(keyOf(one.data)) && !isHook(one)).toReversed();
  const { pruned = [], kept = [] } = Object.groupBy(gone, ({ data }) => (isKept(data.metadata) ? "kept" : "pruned"));
  return { pruned, kept };
}

/** Whether a sync engine may delete the object and make it anew where its change is refused. */
export function mayReplace(data: ManifestData): boolean {
  return argoOptionsOf(data.metadata).includes("Force=true") || tellsFlux(data.metadata, "force", "enabled");
}

/** Whether the server has another object now, beside what it counts and what controllers say of it. */
export function differs(before: object, after: object): boolean {
  return !isDeepStrictEqual(withoutStatus(before), withoutStatus(after));
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
