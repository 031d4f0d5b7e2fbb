import type { ArrayExpression, ImportDeclaration, ObjectExpression, Span } from "oxc-parser";
import { importText } from "./import-text.ts";
import { placeInList } from "./place-in-list.ts";
import type { Source } from "./source.ts";

/** Writes an element at the end of a list, in lines of its own where the others have them. */
export function addElement(source: Source, list: ArrayExpression, text: string): void {
  add(
    source,
    list,
    list.elements.filter((element) => element !== null),
    text,
  );
}

/** Writes a field at the end of an object: `"shop/dev": { … }`. */
export function addField(source: Source, object: ObjectExpression, text: string): void {
  add(source, object, object.properties, text);
}

/** Takes an element or a field out, with its comma, its line, and what is said of it in the lines above. */
export function removeEntry(source: Source, within: ArrayExpression | ObjectExpression, entry: Span): void {
  const entries = within.type === "ArrayExpression" ? within.elements.filter((one) => one !== null) : within.properties;
  const { start, end } = placeInList(source, within, entries, entry);
  source.edits.remove(start, end);
}

/** Writes something in the place of a node. */
export function replaceNode({ edits }: Source, { start, end }: Span, text: string): void {
  edits.overwrite(start, end, text);
}

/**
 * Imports a name from a module, beside what is imported from there; nothing where that is done already.
 *
 * @param name As in braces: `dev`, `type ShopEnvironment`.
 */
export function addImport(source: Source, name: string, from: string): void {
  const imports = source.program.body.filter((statement) => statement.type === "ImportDeclaration");
  const same = imports.filter((one) => one.source.value === from);
  if (same.some((one) => namesIn(one).includes(name.replace(/^type /, "")))) return;
  const isType = name.startsWith("type ");
  const beside = same.find((one) => one.importKind !== "type" && one.specifiers.length > 0 && isNamed(one));
  const last = beside?.specifiers.at(-1);
  if (beside !== undefined && last !== undefined) {
    const isOwnLine = source.text.slice(beside.start, last.start).includes("\n");
    source.edits.appendLeft(last.end, isOwnLine ? `,\n${indentationAt(source, last.start)}${name}` : `, ${name}`);
    return;
  }
  const line = importText([name.replace(/^type /, "")], from, isType);
  const after = imports.at(-1);
  if (after === undefined) source.edits.prependLeft(0, `${line}\n\n`);
  else source.edits.appendLeft(after.end, `\n${line}`);
}

function isNamed({ specifiers }: ImportDeclaration): boolean {
  return specifiers.every(({ type }) => type === "ImportSpecifier");
}

function namesIn({ specifiers }: ImportDeclaration): string[] {
  return specifiers.map(({ local }) => local.name);
}

function add(source: Source, within: Span, entries: readonly Span[], text: string): void {
  const { edits, code: all } = source;
  const last = entries.at(-1);
  const isObject = all[within.start] === "{";
  if (last === undefined) {
    const padding = isObject ? " " : "";
    edits.appendLeft(within.start + 1, `${padding}${text}${padding}`);
    return;
  }
  const rest = all.slice(last.end, within.end - 1);
  const hasOwnLines = all.slice(within.start, last.start).includes("\n");
  if (!hasOwnLines) {
    edits.appendLeft(last.end, `, ${text}`);
    return;
  }
  const indent = indentationAt(source, last.start);
  const comma = /^\s*,/.exec(rest)?.[0];
  if (comma === undefined) edits.appendLeft(last.end, ",");
  // Behind a comment in the same line, which is of the last one.
  const lineEnd = last.end + (comma?.length ?? 0) + /^[^\n]*/.exec(rest.slice(comma?.length ?? 0))![0].length;
  edits.appendLeft(Math.min(lineEnd, within.end - 1), `\n${indent}${text.replaceAll("\n", `\n${indent}`)},`);
}

function indentationAt({ text }: Source, at: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1))![0];
}
