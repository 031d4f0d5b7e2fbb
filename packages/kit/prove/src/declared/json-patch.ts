import { isMap, textOf, type Json } from "@kit/kube";
import { tokens, type Selects } from "./claim.ts";
import { claim, type DeclaringField } from "./declared.ts";

/** The paths that the operations of a JSON patch (RFC 6902) can touch. */
export function jsonPatchClaims(field: DeclaringField, operations: readonly Json[], selects: Selects): void {
  for (const operation of operations) {
    if (!isMap(operation)) continue;
    const { op } = operation;
    if (op === "test") continue;
    const [path, from] = [textOf(operation["path"]), textOf(operation["from"])];
    // `copy` reads from there only; `move` takes it away.
    const isWithin = op === "move" && parentOf(path) === parentOf(from);
    touch(field, path, selects, op === "replace" ? undefined : isWithin ? 0 : 1);
    if (op === "move") touch(field, from, selects, isWithin ? 0 : 1);
  }
}

function parentOf(pointer: string | undefined): string | undefined {
  return pointer?.slice(0, pointer.lastIndexOf("/"));
}

/** @param edits How many entries come or go where the pointer is of a list's; undefined where none does. */
function touch(field: DeclaringField, pointer: string | undefined, selects: Selects, edits: number | undefined): void {
  if (pointer === undefined) return;
  const parts = partsOf(pointer);
  const last = parts.at(-1);
  if (edits === undefined || last === undefined || !/^(?:-|-?\d+)$/.test(last)) {
    claim(field, selects, tokens(...parts));
    return;
  }
  const parent = tokens(...parts.slice(0, -1));
  claim(field, selects, [...parent, { type: "key", token: last }]);
  claim(field, selects, parent, { type: "edits", count: edits, moves: edits === 0 });
}

/** The names in a JSON pointer (RFC 6901). */
export function partsOf(pointer: string): string[] {
  const parts = pointer.split("/").slice(1);
  return parts.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
