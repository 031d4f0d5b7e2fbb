import { YamlRefusal, type Mark, type TextPlace } from "./refusal.ts";
import type { Parsed } from "./parse/parser.ts";
import type { YamlNode } from "./parse/node.ts";
import type { QuickData } from "./quick/block-style.ts";
import type { YamlData, Values } from "./values/data.ts";

/** Keys of maps and positions in lists, from the top of a document. */
export type DataPath = readonly (string | number)[];

interface Part {
  /** The document's own text. */
  readonly text: string;
  /** The line of the file that it begins in, from 1. */
  readonly line: number;
  /**
   * Where a key or an entry stands in the file.
   *
   * @param otherwise Where there is no such one, or it comes from a merge key: the nearest above it, or none.
   */
  placeOf(path: DataPath, otherwise?: "above" | "none"): TextPlace | undefined;
}

/** A key that a map has twice. */
export interface RepeatedKey extends TextPlace {
  readonly key: string;
}

/** A document that its reader takes. */
export interface ReadDocument extends Part {
  readonly data: YamlData;
  /** Keys that override one before them: kubectl says nothing of that, kustomize refuses it in a resource. */
  readonly repeated: readonly RepeatedKey[];
  /** Whether it is known that the other of kubectl and kustomize reads the same. */
  readonly isSameInBoth?: boolean;
  readonly refusal?: undefined;
}

/** A document that its reader refuses. */
export interface RefusedDocument extends Part {
  readonly data?: undefined;
  readonly refusal: YamlRefusal;
}

export type YamlDocument = ReadDocument | RefusedDocument;

/** What a document's text is read with: its nodes, and what they hold. */
export interface DocumentReader {
  /** What of the text can be read without looking closely. */
  quick?(text: string): QuickData | undefined;
  parse(text: string): Parsed | undefined;
  values(parsed: Parsed): Values;
}

/** Undefined where the document is empty: without content, or null. */
export function readDocument(text: string, line: number, reader: DocumentReader): YamlDocument | undefined {
  const known = reader.quick?.(text);
  if (known !== undefined) return { text, line, ...known, repeated: [], placeOf: placer(text, line, reader) };
  try {
    const parsed = reader.parse(text);
    const { data, repeated = [] } = parsed === undefined ? { data: null } : reader.values(parsed);
    if (data === null) return undefined;
    const keys = repeated.map(({ value, mark }) => ({ key: value, ...placeAt(mark, line) }));
    return { text, line, data, repeated: keys, placeOf: placer(text, line, reader) };
  } catch (error) {
    if (!(error instanceof YamlRefusal)) throw error;
    return refused(text, line, error, placer(text, line, reader));
  }
}

export function refused(
  text: string,
  line: number,
  refusal: YamlRefusal,
  placeOf: Part["placeOf"] = () => undefined,
): RefusedDocument {
  return { text, line, refusal: refusal.from(line), placeOf };
}

/** Reads the text again when it is first asked for a place: most never are. */
function placer(text: string, line: number, reader: DocumentReader): Part["placeOf"] {
  let root: YamlNode | undefined;
  let isRead = false;
  return (path, otherwise = "above") => {
    if (!isRead) root = parseAgain(text, reader);
    isRead = true;
    return root === undefined ? undefined : placeIn(root, path, line, otherwise);
  };
}

function parseAgain(text: string, reader: DocumentReader): YamlNode | undefined {
  try {
    return reader.parse(text)?.root;
  } catch (error) {
    if (error instanceof YamlRefusal) return undefined;
    throw error;
  }
}

function placeIn(root: YamlNode, path: DataPath, line: number, otherwise: "above" | "none"): TextPlace | undefined {
  let node = root;
  let { mark } = root;
  for (const step of path) {
    const entry = entryOf(node.target ?? node, step);
    if (entry === undefined && otherwise === "none") return undefined;
    if (entry === undefined) break;
    mark = entry.named.mark;
    node = entry.value;
  }
  return placeAt(mark, line);
}

function placeAt(mark: Mark, line: number): TextPlace {
  return { line: mark.line + line, column: mark.column + 1 };
}

/** What names an entry, its key or itself, and its value. Of equal keys the last one holds. */
function entryOf(
  { kind, children }: YamlNode,
  step: string | number,
): { named: YamlNode; value: YamlNode } | undefined {
  if (kind === "list") {
    const entry = children[Number(step)];
    return entry === undefined ? undefined : { named: entry, value: entry };
  }
  const at = children.findLastIndex((child, index) => index % 2 === 0 && child.value === String(step));
  return at < 0 ? undefined : { named: children[at]!, value: children[at + 1]! };
}
