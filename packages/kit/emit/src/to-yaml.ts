import { blockHeader, isBlockText, keyPrefix, numberScalar, stringScalar } from "./scalar.ts";

/** What YAML and JSON can both say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * One YAML document, as kubectl and kustomize read it: YAML 1.1-safe, keys as given, lists not indented below
 * their key, no anchors, no folding, LF, one line break at the end.
 *
 * Takes only what `findLost` lets through.
 */
export function toYaml(document: JsonObject): string {
  const lines: string[] = [];
  writeMap(document, "", lines);
  return lines.length === 0 ? "{}\n" : `${lines.join("\n")}\n`;
}

function writeMap(map: JsonObject, indent: string, lines: string[], first = indent): void {
  let start = first;
  for (const key of Object.keys(map)) {
    writeEntry(`${start}${keyPrefix(key)}`, map[key]!, indent, lines);
    start = indent;
  }
}

function writeEntry(prefix: string, value: Json, indent: string, lines: string[]): void {
  // The explicit form of a long key ends with a line break; its value has a line of its own.
  const head = prefix.endsWith("\n") ? `${prefix}${indent}:` : prefix;
  if (Array.isArray(value)) {
    if (value.length === 0) lines.push(`${head} []`);
    else {
      lines.push(head);
      writeList(value as readonly Json[], indent, lines);
    }
  } else if (typeof value === "object" && value !== null) {
    if (isEmpty(value as JsonObject)) lines.push(`${head} {}`);
    else {
      lines.push(head);
      writeMap(value as JsonObject, `${indent}  `, lines);
    }
  } else if (typeof value === "string" && isBlockText(value)) writeBlock(head, value, `${indent}  `, lines);
  else lines.push(`${head} ${scalar(value)}`);
}

function writeList(list: readonly Json[], indent: string, lines: string[], first = indent): void {
  let start = first;
  for (const item of list) {
    writeItem(`${start}- `, item, `${indent}  `, lines);
    start = indent;
  }
}

function writeItem(prefix: string, item: Json, indent: string, lines: string[]): void {
  if (Array.isArray(item)) {
    if (item.length === 0) lines.push(`${prefix}[]`);
    else writeList(item as readonly Json[], indent, lines, prefix);
  } else if (typeof item === "object" && item !== null) {
    if (isEmpty(item as JsonObject)) lines.push(`${prefix}{}`);
    else writeMap(item as JsonObject, indent, lines, prefix);
  } else if (typeof item === "string" && isBlockText(item)) writeBlock(prefix.trimEnd(), item, indent, lines);
  else lines.push(`${prefix}${scalar(item)}`);
}

function writeBlock(head: string, text: string, indent: string, lines: string[]): void {
  lines.push(`${head} ${blockHeader(text)}`);
  const body = text.endsWith("\n") ? text.slice(0, -1) : text;
  for (const line of body.split("\n")) lines.push(line === "" ? "" : indent + line);
}

type Scalar = string | number | boolean | null;

function scalar(value: Scalar): string {
  if (typeof value === "string") return stringScalar(value);
  return typeof value === "number" ? numberScalar(value) : String(value);
}

function isEmpty(map: JsonObject): boolean {
  for (const _ in map) return false;
  return true;
}
