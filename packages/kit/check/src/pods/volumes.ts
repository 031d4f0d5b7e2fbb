import type { Path } from "@kit/schema";
import { isKind, type PodView } from "../view/index.ts";

/** A volume as a pod's spec has it. */
export type LooseVolume = NonNullable<PodView["spec"]["volumes"]>[number];

/** A volume that containers may mount. */
export interface PodVolume {
  readonly name: string | undefined;
  readonly path: Path;
  /** Undefined of one that a StatefulSet makes from a claim template. */
  readonly volume: LooseVolume | undefined;
}

/** A pod's volumes; those of a StatefulSet's claim templates come first, and stand for what has their name. */
export function volumesOf(pod: PodView): PodVolume[] {
  const claims = claimTemplatesOf(pod);
  const taken = new Set(claims.map(({ name }) => name));
  const own = (pod.spec.volumes ?? []).map((volume, index) => ({
    name: volume.name,
    path: [...pod.path, "volumes", index],
    volume,
  }));
  return [...claims, ...own.filter(({ name }) => name === undefined || !taken.has(name))];
}

function claimTemplatesOf({ object }: PodView): PodVolume[] {
  if (!isKind(object, "StatefulSet")) return [];
  return (object.data.spec?.volumeClaimTemplates ?? []).map(({ metadata }, index) => ({
    name: metadata?.name,
    path: ["spec", "volumeClaimTemplates", index, "metadata"],
    volume: undefined,
  }));
}
