import { isPatch, withMaker, type Patch } from "./patch.ts";
import type { Change } from "./service.ts";

/**
 * Marks what a helper makes. A patch that is written in `configure` goes over a helper's, whichever stands first; two helpers
 * that give one field two values are an error that names them.
 *
 * @param name As an author knows it: the function's name.
 */
export function fromHelper(name: string, changes: readonly Patch[]): Patch[];
export function fromHelper(name: string, changes: readonly Change[]): Change[];
export function fromHelper(name: string, changes: readonly Change[]): Change[] {
  return changes.map((change) => (isPatch(change) ? withMaker(change, { call: change.call, helper: name }) : change));
}
