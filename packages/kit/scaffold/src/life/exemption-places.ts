import type { ObjectExpression, ObjectProperty } from "oxc-parser";
import { asList, asText, fieldOf, nameOf } from "../source/find.ts";
import type { Draft } from "./draft.ts";
import { removeEntries, type FieldEntry } from "./remove-from-field.ts";
import { walk } from "./walk.ts";

/** Takes the exemptions out that are of these objects alone, such as `Deployment/cart`. Those with a `*` stay. */
export function removeExemptions(draft: Draft, folders: readonly string[], objects: ReadonlySet<string>): void {
  const paths = folders.flatMap((folder) => draft.sources(folder));
  removeEntries(draft, paths, (source) => {
    let found: FieldEntry | undefined;
    walk(source.program, (node, around) => {
      if (node.type !== "Property" || nameOf(node as ObjectProperty) !== "exemptions") return;
      const within = asList(source, node.value as never);
      const entry = within?.elements.find((one) => {
        const object = one?.type === "ObjectExpression" ? fieldOf(one, "object")?.value : undefined;
        return objects.has(asText(source, object) ?? "");
      });
      const holder = around.at(-1) as ObjectExpression;
      if (within !== undefined && entry) found ??= { entry, within, field: node as ObjectProperty, holder };
    });
    return found;
  });
}

/** Has exemptions name objects as they are called now. */
export function renameExemptions(draft: Draft, folders: readonly string[], names: ReadonlyMap<string, string>): void {
  for (const path of folders.flatMap((folder) => draft.sources(folder))) {
    draft.edit(path, (source) => {
      walk(source.program, (node, around) => {
        const isExempted = around.some(
          (one) => one.type === "Property" && nameOf(one as ObjectProperty) === "exemptions",
        );
        if (!isExempted || node.type !== "Property" || nameOf(node as ObjectProperty) !== "object") return;
        const name = node.value.type === "Literal" ? names.get(String(node.value.value)) : undefined;
        if (name !== undefined) source.edits.overwrite(node.value.start, node.value.end, JSON.stringify(name));
      });
    });
  }
}
