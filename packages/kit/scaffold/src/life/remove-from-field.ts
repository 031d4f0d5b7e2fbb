import type { ArrayExpression, Node, ObjectExpression, ObjectProperty } from "oxc-parser";
import { removeEntry } from "../source/edit.ts";
import type { Source } from "../source/source.ts";
import type { Draft } from "./draft.ts";

/** An entry of a list or an object that is the value of a field: `after: ["dev"]`. */
export interface FieldEntry {
  readonly entry: Node;
  readonly within: ArrayExpression | ObjectExpression;
  readonly field: ObjectProperty;
  /** What the field is of; undefined where a field without entries is to stay. */
  readonly holder: ObjectExpression | undefined;
}

/** Takes entries out of sources, as long as one is found; a field that then says nothing goes with its last entry. */
export function removeEntries(
  draft: Draft,
  paths: readonly string[],
  find: (source: Source) => FieldEntry | undefined,
): void {
  for (const path of paths) {
    for (;;) {
      let isChanged = false;
      // One at a time: what goes with an entry depends on what is left beside it.
      draft.edit(path, (source) => {
        const found = find(source);
        if (found === undefined) return;
        const { entry, within, field, holder } = found;
        const count = within.type === "ArrayExpression" ? within.elements.length : within.properties.length;
        if (count === 1 && holder !== undefined && field.value === within) removeEntry(source, holder, field);
        else removeEntry(source, within, entry);
        isChanged = true;
      });
      if (!isChanged) break;
    }
  }
}
