import type { Node, ObjectExpression, ObjectProperty } from "oxc-parser";
import { asObject, nameOf } from "../source/find.ts";
import type { Source } from "../source/source.ts";
import type { Draft } from "./draft.ts";
import { removeEntries, type FieldEntry } from "./remove-from-field.ts";
import { walk } from "./walk.ts";

const folder = "packages/gitops/src";

/** Gives an environment another id in what says how the repository is synced. */
export function renameSynced(draft: Draft, from: string, to: string): void {
  for (const path of draft.sources(folder)) {
    draft.edit(path, (source) => {
      for (const { entry } of entriesOf(source, from)) {
        const place = entry.type === "Property" ? entry.key : entry;
        const isPlain = entry.type === "Property" && /^[A-Za-z_$][\w$]*$/.test(to);
        source.edits.overwrite(place.start, place.end, isPlain ? to : JSON.stringify(to));
      }
      for (const place of previewsOf(source, from)) {
        source.edits.overwrite(place.start, place.end, JSON.stringify(to));
      }
    });
  }
}

/** Takes an environment out of it, also where others wait for it. */
export function removeSynced(draft: Draft, id: string): void {
  removeEntries(draft, draft.sources(folder), (source) => entriesOf(source, id)[0]);
}

/** Takes the images out that an updater follows for no service any more. */
export function removeFollowed(draft: Draft, images: readonly string[]): void {
  removeEntries(draft, draft.sources(folder), (source) => {
    let found: FieldEntry | undefined;
    walk(source.program, (node, around) => {
      if (node.type !== "Property" || nameOf(node as ObjectProperty) !== "images") return;
      const within = asObject(source, node.value as never);
      const entry = within?.properties.find((one) => one.type === "Property" && images.includes(nameOf(one) ?? ""));
      const holder = around.at(-1) as ObjectExpression;
      if (within !== undefined && entry !== undefined)
        found ??= { entry, within, field: node as ObjectProperty, holder };
    });
    return found;
  });
}

function entriesOf(source: Source, id: string): FieldEntry[] {
  const entries: FieldEntry[] = [];
  walk(source.program, (node, around) => {
    if (node.type !== "Property") return;
    const field = node as ObjectProperty;
    if (nameOf(field) === "environments") {
      const within = asObject(source, field.value);
      const entry = within?.properties.find((one) => one.type === "Property" && nameOf(one) === id);
      if (within !== undefined && entry !== undefined) entries.push({ entry, within, field, holder: undefined });
    }
    if (nameOf(field) === "after" && field.value.type === "ArrayExpression") {
      const within = field.value;
      const entry = within.elements.find((one) => one?.type === "Literal" && one.value === id);
      if (entry) entries.push({ entry, within, field, holder: around.at(-1) as ObjectExpression });
    }
  });
  return entries;
}

/** Where `previews: { environment: "dev" }` names it. */
function previewsOf({ program }: Source, id: string): Node[] {
  const places: Node[] = [];
  walk(program, (node, around) => {
    if (node.type !== "Property" || nameOf(node as ObjectProperty) !== "environment") return;
    const isPreviews = around.some((one) => one.type === "Property" && nameOf(one as ObjectProperty) === "previews");
    if (isPreviews && node.value.type === "Literal" && node.value.value === id) places.push(node.value);
  });
  return places;
}
