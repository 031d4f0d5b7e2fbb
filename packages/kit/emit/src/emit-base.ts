import { fileStem } from "@kit/kube";
import type { EmittedObject } from "./emitted-object.ts";
import { baseKustomization, generatedFile } from "./kustomization.ts";
import { baseOf } from "./compute/expected-objects.ts";
import type { WavesToWrite } from "./sync-waves.ts";

/**
 * The files of one base, by their path below `generated/`.
 *
 * @param waves Those that all environments share.
 */
export function emitBase(
  { system, service }: { readonly system: string; readonly service: string },
  where: string,
  objects: readonly EmittedObject[],
  waves: WavesToWrite,
): [string, string][] {
  const names = objects.map((object) => `${fileStem(object)}.yaml`);
  const directory = `bases/${system}/${service}`;
  return [
    [`${directory}/kustomization.yaml`, generatedFile(baseKustomization(names.toSorted()), where)],
    ...objects.map((object, index): [string, string] => [
      `${directory}/${names[index]}`,
      generatedFile(baseOf(object.data, waves.get(object)), where),
    ]),
  ];
}
