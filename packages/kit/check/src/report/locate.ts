import type { Path } from "@kit/schema";
import { EVENT_ID, getScalarValue, parseEvents } from "js-yaml";
import { documentParts, type DocumentPart } from "../document-parts.ts";
import type { Finding } from "../finding.ts";

/** A place in a file, both from 1. */
interface Position {
  readonly line: number;
  readonly column: number;
}

/** A finding with its place in the file, where the file's text is known. */
export interface LocatedFinding extends Finding {
  readonly position: Position | undefined;
}

/**
 * Looks up where in their files findings are. A place that the file does not have, such as a missing field, is the
 * nearest one above it.
 *
 * @param textOf The text of a file by its `where`, or undefined.
 */
export function locate(findings: readonly Finding[], textOf: (where: string) => string | undefined): LocatedFinding[] {
  const files = new Map<string, Locator>();
  return findings.map((finding) => {
    const { where, document, path } = finding;
    if (!files.has(where)) files.set(where, locator(textOf(where)));
    return { ...finding, position: files.get(where)!(document, path) };
  });
}

type Locator = (document: number, path: Path) => Position | undefined;
type Event = ReturnType<typeof parseEvents>[number];

/** Reads a document when it is first asked for one of its places. */
function locator(text: string | undefined): Locator {
  const parts = text === undefined ? [] : documentParts(text);
  const read = new Map<DocumentPart, readonly Event[]>();
  return (document, path) => {
    const part = parts[document];
    if (part === undefined) return undefined;
    const events = read.get(part) ?? eventsOf(part);
    read.set(part, events);
    const offset = offsetOf(part.text, events, path);
    if (offset === undefined) return undefined;
    const before = part.text.slice(0, offset).split("\n");
    return { line: part.line + before.length - 1, column: before.at(-1)!.length + 1 };
  };
}

/** None where it is not YAML: then what says so has the line. */
function eventsOf({ text }: DocumentPart): readonly Event[] {
  try {
    return parseEvents(text, {});
  } catch {
    return [];
  }
}

function offsetOf(text: string, events: readonly Event[], path: Path): number | undefined {
  // The first event opens the document.
  let at = 1;
  let offset = startOf(events[at]);
  for (const step of path) {
    const entry = childOf(text, events, at, step);
    if (entry === undefined) break;
    offset = startOf(events[entry.named]) ?? offset;
    at = entry.value;
  }
  return offset;
}

/** The events of what names an entry of a collection, its key or itself, and of its value. */
function childOf(text: string, events: readonly Event[], at: number, step: string | number) {
  const isMap = events[at]?.type === EVENT_ID.MAPPING;
  if (!isMap && events[at]?.type !== EVENT_ID.SEQUENCE) return undefined;
  let next = at + 1;
  for (let index = 0; next < events.length && events[next]!.type !== EVENT_ID.POP; index++) {
    const named = next;
    const value = isMap ? endOf(events, named) : named;
    const key = events[named]!;
    if (isMap ? key.type === EVENT_ID.SCALAR && getScalarValue(text, key) === step : index === step) {
      return { named, value };
    }
    next = endOf(events, value);
  }
  return undefined;
}

/** The event after a node. */
function endOf(events: readonly Event[], at: number): number {
  let depth = 0;
  for (let next = at; next < events.length; next++) {
    const { type } = events[next]!;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
    if (type === EVENT_ID.POP) depth--;
    if (depth === 0) return next + 1;
  }
  return events.length;
}

function startOf(event: Event | undefined): number | undefined {
  if (event === undefined) return undefined;
  if ("start" in event) return event.start;
  return "valueStart" in event ? event.valueStart : undefined;
}
