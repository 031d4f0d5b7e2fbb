import type { Json, JsonObject } from "@kit/kube";
import { blockHeader, isBlockText, numberScalar, stringScalar } from "./scalar.ts";

/**
 * One YAML document, as kubectl and kustomize read it: YAML 1.1-safe, keys as given, lists not indented below
 * their key, no anchors, no folding, LF, one line break at the end.
 *
 * Takes only what `findLost` lets through.
 */
export function toYaml(document: JsonObject): string {
  // Lines are joined once: text that grows by its pieces stays in pieces, and takes three times the memory.
  const lines: string[] = [];
  writeMap(document, "", lines);
  return lines.length === 0 ? "{}\n" : `${lines.join("\n")}\n`;
}

/** An entry of a list, and what a comment above it says, in one line. */
export interface ListEntry {
  readonly value: JsonObject;
  readonly comment: string | undefined;
}

/** A YAML document that is a list of maps, written as `toYaml` does. */
export function listToYaml(entries: readonly ListEntry[]): string {
  const lines: string[] = [];
  for (const { value, comment } of entries) {
    if (comment !== undefined) lines.push(`# ${comment}`);
    writeItem("- ", value, "  ", lines);
  }
  return lines.length === 0 ? "[]\n" : `${lines.join("\n")}\n`;
}

/** @param first The indent of the first entry, which may follow a `- ` on the same line. */
function writeMap(map: JsonObject, indent: string, lines: string[], first = indent): void {
  let start = first;
  for (const key of Object.keys(map)) {
    writeEntry(`${start}${stringScalar(key)}:`, map[key]!, indent, lines);
    start = indent;
  }
}

function writeEntry(head: string, value: Json, indent: string, lines: string[]): void {
  if (Array.isArray(value)) {
    lines.push(value.length === 0 ? `${head} []` : head);
    writeList(value as readonly Json[], indent, lines);
  } else if (typeof value === "object" && value !== null) {
    lines.push(isEmpty(value as JsonObject) ? `${head} {}` : head);
    writeMap(value as JsonObject, `${indent}  `, lines);
  } else writeScalar(`${head} `, value, `${indent}  `, lines);
}

function writeList(list: readonly Json[], indent: string, lines: string[], first = indent): void {
  let start = first;
  for (const item of list) {
    writeItem(`${start}- `, item, `${indent}  `, lines);
    start = indent;
  }
}

function writeItem(head: string, item: Json, indent: string, lines: string[]): void {
  if (Array.isArray(item)) {
    if (item.length === 0) lines.push(`${head}[]`);
    else writeList(item as readonly Json[], indent, lines, head);
  } else if (typeof item === "object" && item !== null) {
    if (isEmpty(item as JsonObject)) lines.push(`${head}{}`);
    else writeMap(item as JsonObject, indent, lines, head);
  } else writeScalar(head, item, indent, lines);
}

function writeScalar(head: string, value: Scalar, indent: string, lines: string[]): void {
  if (typeof value !== "string") lines.push(head + (typeof value === "number" ? numberScalar(value) : String(value)));
  else if (isBlockText(value)) writeBlock(head, value, indent, lines);
  else lines.push(head + stringScalar(value));
}

function writeBlock(head: string, text: string, indent: string, lines: string[]): void {
  lines.push(head + blockHeader(text));
  const body = text.endsWith("\n") ? text.slice(0, -1) : text;
  for (const line of body.split("\n")) lines.push(line === "" ? "" : indent + line);
}

type Scalar = string | number | boolean | null;

function isEmpty(map: JsonObject): boolean {
  for (const _ in map) return false;
  return true;
}
