import type { TypePlace } from "@kit/kube";
import type { ValueOwner } from "./merge-walk.ts";
import type { OriginTree } from "./origin-tree.ts";

/** A value of an object, and whose it is. */
export interface MergeTarget {
  readonly place: TypePlace;
  readonly tree: OriginTree;
  readonly owner: ValueOwner;
}
