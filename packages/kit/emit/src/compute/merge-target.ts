import type { Place } from "@kit/kube";
import type { Owner } from "./merge-walk.ts";
import type { OriginTree } from "./origin-tree.ts";

/** A value of an object, and whose it is. */
export interface MergeTarget {
  readonly place: Place;
  readonly tree: OriginTree;
  readonly owner: Owner;
}
