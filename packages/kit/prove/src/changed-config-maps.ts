import type { Identity } from "@kit/kube";
import type { Claim } from "./declared/claim.ts";
import { readLayers } from "./declared/read-layers.ts";
import type { Layer } from "./layer.ts";
import { subjectOf } from "./match-objects.ts";

/** A ConfigMap whose data an overlay changes, and where it does. */
export interface ChangedConfigMap {
  readonly name: string;
  readonly namespace: string | undefined;
  /** The kustomization, from the repository's root. */
  readonly file: string;
  /** Such as `patches`, 0. */
  readonly place: readonly (string | number)[];
}

/**
 * The ConfigMaps of packages whose data the declarations of an overlay can change under the same name. One that a generator
 * makes has its data's hash in its name, so it is a new one whenever it changes; one that a generator merges into a
 * package's has not.
 *
 * @param configMaps As they are rendered.
 */
export function changedConfigMaps(layers: readonly Layer[], configMaps: readonly Identity[]): ChangedConfigMap[] {
  const { claims, own } = readLayers(layers);
  const brought = new Set(
    own.filter(({ kind, generated }) => kind === "ConfigMap" && !generated).map(({ name }) => name),
  );
  const ofData = claims.filter(changesData);
  const found = configMaps
    .filter(({ name }) => !brought.has(name))
    .flatMap((one) => {
      const subject = subjectOf(one, one);
      return ofData
        .filter(({ selects }) => selects(subject))
        .map(({ file, place }) => ({ name: one.name, namespace: one.namespace, file, place }));
    });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

function changesData({ path: [first], place: [field], effect }: Claim): boolean {
  // Labels and annotations are none of the data; `images` and the like have nothing to do with it.
  if (field === "images" || field === "replicas" || effect.type !== "value") return false;
  if (first === undefined) return true;
  return first.type !== "entry" && "token" in first && (first.token === "data" || first.token === "binaryData");
}
