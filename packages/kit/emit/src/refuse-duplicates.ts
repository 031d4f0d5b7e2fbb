import { shown, type Problem } from "@kit/errors";
import { objectKey } from "@kit/kube";
import { describeEmitted, type EmittedObject } from "./emitted-object.ts";

/**
 * Reports objects that are one to the API server.
 *
 * @param namespace Of those that say none; empty where nobody knows it yet, and then all are reported, else those that the
 *   last group adds, and those of which it makes one.
 */
export function refuseDuplicates(
  groups: readonly (readonly EmittedObject[])[],
  namespace: string,
  report: (problem: Problem) => void,
): void {
  const seen = new Map<string, EmittedObject>();
  for (const [index, group] of groups.entries()) {
    for (const object of group) {
      const id = objectKey(object, namespace);
      const first = seen.get(id);
      const isSaid = index < groups.length - 1 && first !== undefined && objectKey(first, "") === objectKey(object, "");
      if (first !== undefined && (namespace === "" || !isSaid)) report(duplicate(first, object, namespace));
      seen.set(id, first ?? object);
    }
  }
}

/** Before kustomize gives an object its namespace, it takes it for one of the same name in the namespace `default`. */
export function refuseUnsetBesideDefault(
  objects: readonly EmittedObject[],
  namespace: string,
  report: (problem: Problem) => void,
): void {
  if (namespace === "default") return;
  const unset = new Map(
    objects.flatMap((one) => (one.namespace === undefined ? [[objectKey(one, "default"), one]] : [])),
  );
  for (const object of objects) {
    const other = object.namespace === "default" ? unset.get(objectKey(object, "default")) : undefined;
    if (other === undefined) continue;
    report({
      code: "object-duplicate",
      what: `${describeEmitted(object)} is in the namespace "default" in ${object.where}, and without a namespace in ${other.where}: kustomize takes the two for one`,
      where: other.where,
      next: "rename one of them",
    });
  }
}

function duplicate(first: EmittedObject, second: EmittedObject, namespace: string): Problem {
  const versions = [...new Set([first.apiVersion, second.apiVersion])];
  const both = first.where === second.where ? `twice in ${first.where}` : `in ${first.where} and in ${second.where}`;
  // Of what is in no namespace, none makes a difference.
  const isPlaced = objectKey(first, "") !== objectKey(second, "");
  const why = isPlaced ? `: with the namespace ${shown(namespace)}, which the other one gets from its environment` : "";
  return {
    code: "object-duplicate",
    what: `${describeEmitted(first)} (${versions.join(" and ")}) is ${both}${why}`,
    where: second.where,
    next: "rename one of them, or remove it",
  };
}
