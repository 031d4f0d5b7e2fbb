import { UserError } from "@kit/errors";
import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLSeq } from "yaml";

/**
 * Adds an entry at the end of a list of a kustomization, in place: comments, order, quotes and indentation of the rest stay.
 * Where the kustomization has no such list, it is written at the end of the file.
 *
 * @param entry Its lines, without `- ` and without indentation: `["name: web", 'newTag: "1.0.0"']`.
 * @throws UserError where the file is not a map, or the field not a list.
 */
export function addToList(file: string, text: string, field: string, entry: readonly string[]): string {
  const list = listIn(file, text, field);
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const whole = text === "" || text.endsWith("\n") ? text : text + lineBreak;
  if (list === undefined) return [whole + `${field}:`, ...lines(entry, "  "), ""].join(lineBreak);
  const { node, key } = list;
  if (node === undefined) return insertLines(whole, lineEndOf(whole, key), lines(entry, "  "), lineBreak);
  if (node.flow === true && node.items.length > 0) return intoFlow(whole, node, entry);
  if (node.items.length === 0) {
    const [start, end] = node.range!;
    const cut = whole.slice(0, start).trimEnd() + whole.slice(end);
    return insertLines(cut, lineEndOf(cut, key), lines(entry, "  "), lineBreak);
  }
  const last = node.items.at(-1) as Node;
  return insertLines(whole, lineEndOf(whole, last.range![1] - 1), lines(entry, indentOf(whole, node)), lineBreak);
}

/**
 * Takes entries out of a list of a kustomization, with the comments behind them and right above. A list that is empty then goes,
 * too.
 *
 * @param which Told the entry as data.
 */
export function removeFromList(file: string, text: string, field: string, which: (entry: unknown) => boolean): string {
  const list = listIn(file, text, field);
  if (list?.node === undefined) return text;
  const items = list.node.items as Node[];
  const gone = items.filter((item) => which(item.toJS(parseKustomization(text))));
  if (gone.length === 0) return text;
  if (gone.length === items.length) return cutLines(text, list.key, items.at(-1)!.range![1]);
  if (list.node.flow === true) return gone.toReversed().reduce((rest, item) => cutFlow(rest, item, items), text);
  return gone
    .toReversed()
    .reduce((rest, item) => cutLines(rest, withComments(rest, item.range![0]), item.range![1]), text);
}

interface List {
  /** Undefined where nothing stands behind the field's name. */
  readonly node: YAMLSeq | undefined;
  /** Where the field's name begins. */
  readonly key: number;
}

function listIn(file: string, text: string, field: string): List | undefined {
  const contents = parseKustomization(text).contents as Node | null;
  if (contents !== null && !isMap(contents)) throw notAList(file, "the kustomization is not a map of fields", field);
  const pair = contents?.items.find(({ key }: Pair) => isScalar(key) && key.value === field);
  if (pair === undefined) return undefined;
  const [key] = (pair.key as Node).range!;
  if (pair.value === null || (isScalar(pair.value) && pair.value.value === null)) return { node: undefined, key };
  if (!isSeq(pair.value)) throw notAList(file, `${field}: is not a list`, field);
  return { node: pair.value, key };
}

function parseKustomization(text: string) {
  return parseDocument(text, { version: "1.1", prettyErrors: false });
}

function notAList(file: string, what: string, field: string): UserError {
  return new UserError({
    code: "overlay-yaml",
    what,
    where: file,
    next: `write ${field}: with a line for each entry, then start again`,
  });
}

function lines([first, ...others]: readonly string[], indent: string): string[] {
  return [`${indent}- ${first}`, ...others.map((line) => `${indent}  ${line}`)];
}

function indentOf(text: string, node: YAMLSeq): string {
  const [start] = (node.items[0] as Node).range!;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1);
  return /^[ \t]*/.exec(line)![0];
}

function lineEndOf(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end + 1;
}

function insertLines(text: string, at: number, added: readonly string[], lineBreak: string): string {
  return text.slice(0, at) + added.map((line) => line + lineBreak).join("") + text.slice(at);
}

function intoFlow(text: string, node: YAMLSeq, entry: readonly string[]): string {
  const [, end] = (node.items.at(-1) as Node).range!;
  const written = entry.length === 1 && !/^[\w-]+: /.test(entry[0]!) ? entry[0]! : `{ ${entry.join(", ")} }`;
  return `${text.slice(0, end)}, ${written}${text.slice(end)}`;
}

function cutFlow(text: string, item: Node, items: readonly Node[]): string {
  const next = items[items.indexOf(item) + 1];
  const [start, end] = item.range!;
  if (next !== undefined) return text.slice(0, start) + text.slice(next.range![0]);
  return text.slice(0, start).replace(/,\s*$/, "") + text.slice(end);
}

/** Removes the lines from the one that has an offset to the one that has the other, wholly. */
function cutLines(text: string, start: number, end: number): string {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  return text.slice(0, from) + text.slice(lineEndOf(text, Math.max(start, end - 1)));
}

/** The beginning of the comments right above an entry, in lines as far in as it is. */
function withComments(text: string, start: number): number {
  let from = text.lastIndexOf("\n", start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(from))![0];
  for (;;) {
    const above = text.lastIndexOf("\n", from - 2) + 1;
    if (from === 0 || !text.startsWith(`${indent}#`, above)) return from;
    from = above;
  }
}
