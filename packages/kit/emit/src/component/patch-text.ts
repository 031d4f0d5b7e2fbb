import { isClusterScoped } from "@kit/kube";
import type { FiledObject } from "../emitted-object.ts";
import { header } from "../header.ts";
import { commentName } from "../scalar.ts";
import { listToYaml, type ListEntry } from "../to-yaml.ts";
import type { PatchOperation } from "./operations.ts";
import type { PatchedObject } from "./split-parts.ts";

/**
 * The text of a JSON 6902 patch. Its second line names the object. Above what is done to an entry of a list a
 * comment names the entry, since a position says nothing to a reader.
 *
 * @param where The packages that it comes from.
 */
export function patchText({ object, operations }: PatchedObject, where: string, namespace: string): string {
  const entries = operations.map(({ op, path, entry, value }, index): ListEntry => {
    const step = value === undefined ? { op, path } : { op, path, value };
    return { value: step, comment: isSameStep(operations[index - 1], operations[index]!) ? undefined : entry };
  });
  return `${header(where)}# ${title(object, namespace)}\n${listToYaml(entries)}`;
}

// A test and what it is for.
function isSameStep(before: PatchOperation | undefined, operation: PatchOperation): boolean {
  return before?.op === "test" && before.entry === operation.entry;
}

function title({ apiVersion, kind, name, namespace: own }: FiledObject, namespace: string): string {
  const subject = `${commentName(kind)} ${commentName(name)}`;
  return isClusterScoped(apiVersion, kind) ? subject : `${subject} in namespace ${own ?? namespace}`;
}
