import { readKustomization, type DataMap } from "@kit/yaml";
import type { Scalar } from "yaml";
import { fieldsOf, type EntryMap, type TextField } from "./overlay-document.ts";

/** A text with another one in the place of what stands between two offsets. */
export function splice(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Where a node stands in the text: its first character, and the one after its last. */
export function placeOf({ range }: Scalar): readonly [start: number, end: number] {
  return [range![0], range![1]];
}

/** The same of a field's value, which may be nothing behind the colon. */
export function valuePlace(text: string, { key, value }: TextField): readonly [start: number, end: number] {
  const [start, end] = placeOf(value);
  if (start < end) return [start, end];
  // The library has it behind the comment.
  const colon = text.indexOf(":", placeOf(key)[1]) + 1;
  return [colon, colon];
}

/**
 * A text as a scalar in a kustomization, in the quotes that its place had. Without quotes only what is a string of YAML
 * 1.1 without them, and never where `quoted` asks for them.
 */
export function scalarText(value: string, like: Scalar, quoted = false): string {
  if (like.type === "QUOTE_SINGLE") return `'${value}'`;
  const isPlain = like.type !== "QUOTE_DOUBLE" && !quoted && isPlainText(value);
  return isPlain ? value : `"${value}"`;
}

/** Whether kustomize reads a text without quotes as what it is. */
function isPlainText(text: string): boolean {
  const data = readKustomization(`text: ${text}\n`)?.data as DataMap | undefined;
  return data?.["text"] === text;
}

/** What stands behind a field in its line: white space, and mostly a comment. Not of use in flow style. */
export function restOfLine(text: string, field: TextField): string {
  const [, end] = valuePlace(text, field);
  return /^[^\r\n]*/.exec(text.slice(end))![0];
}

/** Adds a field behind another one of an entry. */
export function insertField(text: string, map: EntryMap, after: TextField, name: string, value: string): string {
  const written = `${scalarText(name, after.key)}: ${value}`;
  const [, end] = valuePlace(text, after);
  if (map.flow === true) return splice(text, end, end, `, ${written}`);
  const lineEnd = end + restOfLine(text, after).length;
  const lineBreak =
    text.startsWith("\r\n", lineEnd) || (lineEnd === text.length && text.includes("\r\n")) ? "\r\n" : "\n";
  return splice(text, lineEnd, lineEnd, lineBreak + indentation(text, map) + written);
}

/** Removes a field of an entry. A comment behind it stays, as a line of its own. */
export function removeField(text: string, map: EntryMap, field: TextField): string {
  const fields = fieldsOf(map);
  const index = fields.indexOf(field);
  const [start] = placeOf(field.key);
  const [, end] = valuePlace(text, field);
  const next = fields[index + 1];
  if (map.flow === true) {
    return index > 0
      ? splice(text, valuePlace(text, fields[index - 1]!)[1], end, "")
      : splice(text, start, next === undefined ? end : placeOf(next.key)[0], "");
  }
  const rest = restOfLine(text, field);
  if (rest.trim() !== "") return splice(text, start, end + rest.length - rest.trimStart().length, "");
  const upToNext = next === undefined ? undefined : text.slice(end, placeOf(next.key)[0]);
  if (index === 0) return splice(text, start, upToNext?.trim() === "" ? placeOf(next!.key)[0] : end, "");
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const lineBreak = /^\r?\n/.exec(text.slice(end + rest.length))?.[0];
  // The last line of a file may have no line break; then the one before it has none after this.
  return lineBreak === undefined
    ? text.slice(0, lineStart).replace(/\r?\n$/, "")
    : splice(text, lineStart, end + rest.length + lineBreak.length, "");
}

/** As far as the first key of an entry is from the beginning of its line. */
function indentation(text: string, map: EntryMap): string {
  const [start] = placeOf(fieldsOf(map)[0]!.key);
  return " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
}
