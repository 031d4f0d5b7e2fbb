import { rootOf, typeMetaOf, type JsonObject } from "@kit/kube";
import { mergeMap } from "./merge.ts";
import { MergeWalk, type MergeProblem } from "./merge-walk.ts";
import type { AppliedDelta } from "./object-change.ts";
import { OriginTree } from "./origin-tree.ts";
import type { ValueOrigin } from "./origins.ts";

/** An object as it is to be, and who set what of it. */
export interface Computed {
  readonly data: JsonObject;
  readonly origins: OriginTree;
}

/**
 * An object with its changes applied: those of helpers first, then those of `configure` itself, each in the order written. The
 * object itself stays as it is.
 *
 * @param by Whose object it is.
 * @param report Called for what cannot be applied; the rest is.
 */
export function computeObject(
  object: JsonObject,
  by: ValueOrigin,
  changes: readonly AppliedDelta[],
  report: (problem: MergeProblem) => void,
): Computed {
  const origins = new OriginTree(by);
  const { apiVersion, kind } = typeMetaOf(object);
  const place = rootOf(apiVersion, kind);
  const owner = { by, whole: undefined };
  const [own, ofHelpers] = [changes.filter(isOwn), changes.filter((change) => !isOwn(change))];
  let data = object;
  for (const change of [...ofHelpers, ...own]) {
    const walk = new MergeWalk(change.by, report);
    data = mergeMap(data, change.delta as JsonObject, { place, tree: origins, owner }, walk);
  }
  return { data, origins };
}

function isOwn({ by }: AppliedDelta): boolean {
  return by.helper === undefined;
}
