import type { Problem } from "@kit/errors";
import type { KubeObject } from "@kit/model";
import { checkObject } from "./check-object.ts";
import { checkSize } from "./check-size.ts";
import { emittedObject, placeOf, type EmittedObject, type Ids } from "./emitted-object.ts";

/** The objects that are fit to be written; what is wrong with the others is reported. */
export function checkedObjects(
  objects: readonly KubeObject[],
  { where, ids }: { readonly where: string; readonly ids: Ids },
  report: (problem: Problem) => void,
): EmittedObject[] {
  return objects.flatMap((object) => {
    const json = object.toJSON();
    const size = checkSize(json, placeOf(where, object));
    const problems = size.length > 0 ? size : checkObject(object, json, where);
    problems.forEach(report);
    return problems.length === 0 ? [emittedObject(object, json, where, ids)] : [];
  });
}
