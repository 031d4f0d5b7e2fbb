import { fileNames } from "@kit/tree";
import type { EmittedObject } from "./emitted-object.ts";
import { baseKustomization, generatedFile } from "./kustomization.ts";

/** The files of one base, by their path below `generated/`. */
export function emitBase(service: string, where: string, objects: readonly EmittedObject[]): [string, string][] {
  const names = fileNames(objects).map((name) => `${name}.yaml`);
  const directory = `bases/${service}`;
  return [
    [`${directory}/kustomization.yaml`, generatedFile(baseKustomization(names.toSorted()), where)],
    ...objects.map(({ data }, index): [string, string] => [`${directory}/${names[index]}`, generatedFile(data, where)]),
  ];
}
