import { definedKinds } from "@kit/kube";
import { componentFiles } from "./component/index.ts";
import type { EnvironmentObject } from "./compute/environment.ts";
import { baseOf } from "./compute/expected-objects.ts";
import type { WavesToWrite } from "./sync-waves.ts";

/** An environment whose objects are as they are to be, but for the namespace. */
interface ComputedEnvironment {
  readonly id: string;
  readonly namespace: string;
  /** The package of the environments. */
  readonly where: string;
  readonly objects: readonly EnvironmentObject[];
}

/**
 * The files of one environment's component, by their path below `generated/`.
 *
 * @param inBase The waves that are in the bases.
 */
export function emitEnvironment(
  { id, namespace, where, objects }: ComputedEnvironment,
  inBase: WavesToWrite,
): [string, string][] {
  return componentFiles({
    id,
    where,
    namespace,
    resources: objects.flatMap(({ object, data, isOfBase }) => (isOfBase ? [] : [{ ...object, data }])),
    changed: objects.flatMap(({ object, data, isOfBase }) =>
      isOfBase ? [{ object: { ...object, data: baseOf(object.data, inBase.get(object)) }, wanted: data }] : [],
    ),
    defined: definedKinds(objects.map(({ data }) => data)),
  });
}
