import { phases, placeOf, rankOf } from "@kit/order";
import type { Manifest } from "./manifest.ts";

/** What a sync applies at once, before it waits until that is ready. */
export interface SyncStep {
  /** In the order of applying. */
  readonly manifests: readonly Manifest[];
}

/**
 * The steps of a sync: phases (`PreSync`, `Sync`, `PostSync`) and in each the waves, by Argo CD's annotations, and in a wave
 * the kinds in Argo CD's order. One step, in the order of the files, where no object has a word on phases and waves. Hooks
 * of other phases, such as `SyncFail`, are not applied.
 */
export function syncSteps(manifests: readonly Manifest[]): SyncStep[] {
  const placed = manifests.map((manifest) => ({ manifest, ...placeOf(manifest.data.metadata.annotations ?? {}) }));
  if (placed.every(({ phase, given = 0 }) => phase === "Sync" && given === 0) && !manifests.some(isHook)) {
    return [{ manifests }];
  }
  const steps = phases.flatMap((phase) => {
    const own = placed.filter((one) => one.phase === phase);
    const waves = Map.groupBy(own, ({ given = 0 }) => given);
    return [...waves].toSorted(([one], [other]) => one - other).map(([, those]) => those);
  });
  return steps.map((those) => ({
    manifests: those
      .map(({ manifest }) => manifest)
      .toSorted((one, other) => rankOf(one.data.kind) - rankOf(other.data.kind)),
  }));
}

/** Whether a sync makes the object anew each time. Its default is to delete the last one before (`BeforeHookCreation`). */
export function isHook({ data }: Manifest): boolean {
  const { annotations = {} } = data.metadata;
  const helm = annotations["helm.sh/hook"];
  return annotations["argocd.argoproj.io/hook"] !== undefined || (helm !== undefined && helm !== "crd-install");
}
