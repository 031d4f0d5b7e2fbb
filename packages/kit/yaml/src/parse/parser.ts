import { YamlRefusal, type Mark } from "../refusal.ts";
import type { Version } from "../scan/scan.ts";
import { Scanner } from "../scan/scanner.ts";
import { kinds, styles, type Kind, type Token } from "../scan/token.ts";
import { readDirectives, type TagHandles } from "./directives.ts";
import type { YamlNode } from "./node.ts";

/** The first document of a text. */
export interface Parsed {
  readonly root: YamlNode;
  /** Whether it has aliases or merge keys, or a key that kustomize's way with those takes for something else. */
  readonly hasAliases: boolean;
}

/**
 * Reads the first document of a text, as libyaml's grammar has it: what follows it is not looked at, but for the
 * token after it.
 *
 * @returns Undefined where there is none.
 * @throws Refusal
 */
export function parse(text: string, version: Version): Parsed | undefined {
  return new Parser(new Scanner(text, version)).document();
}

class Parser {
  readonly #scanner: Scanner;
  readonly #anchors = new Map<string, YamlNode>();
  #handles: TagHandles = new Map();
  #hasAliases = false;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  document(): Parsed | undefined {
    this.#next();
    const { kind } = this.#scanner.peek();
    if (kind === kinds.streamEnd) return undefined;
    const isExplicit = kind === kinds.versionDirective || kind === kinds.tagDirective || kind === kinds.documentStart;
    this.#handles = readDirectives(this.#scanner);
    const root = isExplicit ? this.#explicitRoot() : this.#node(true, false);
    this.#scanner.peek();
    return { root, hasAliases: this.#hasAliases };
  }

  /** Takes a token and peeks at the next one. */
  #next(): Token {
    this.#scanner.take();
    return this.#scanner.peek();
  }

  #explicitRoot(): YamlNode {
    const start = this.#scanner.peek();
    if (start.kind !== kinds.documentStart) throw refusal("did not find expected <document start>", undefined, start);
    const token = this.#next();
    return endsDocument.has(token.kind) ? empty(token) : this.#node(true, false);
  }

  #node(isBlock: boolean, mayBeIndentless: boolean): YamlNode {
    const first = this.#scanner.peek();
    if (first.kind === kinds.alias) return this.#alias(first);
    const { anchor, tag } = this.#properties(first);
    const token = this.#scanner.peek();
    const { kind } = token;
    const mark = first;
    if (mayBeIndentless && kind === kinds.blockEntry) {
      return this.#filled(collection("list", tag, mark), anchor, (list) => this.#indentless(list));
    }
    if (kind === kinds.scalar) {
      this.#scanner.take();
      const implicit = (tag === "" && token.style === styles.plain) || tag === "!";
      return this.#anchored(scalar(token.value, tag, token.style, implicit, mark), anchor);
    }
    if (kind === kinds.flowSequenceStart) {
      return this.#filled(collection("list", tag, mark), anchor, (list) => this.#flowList(list));
    }
    if (kind === kinds.flowMappingStart) {
      return this.#filled(collection("map", tag, mark), anchor, (map) => this.#flowMap(map));
    }
    if (isBlock && kind === kinds.blockSequenceStart) {
      return this.#filled(collection("list", tag, mark), anchor, (list) => this.#blockList(list));
    }
    if (isBlock && kind === kinds.blockMappingStart) {
      return this.#filled(collection("map", tag, mark), anchor, (map) => this.#blockMap(map));
    }
    if (anchor !== undefined || tag !== "") {
      return this.#anchored(scalar("", tag, styles.plain, tag === "", mark), anchor);
    }
    throw refusal("did not find expected node content", first, token);
  }

  /** A tag and an anchor, in any order. */
  #properties(first: Token): { anchor: string | undefined; tag: string } {
    let anchor: string | undefined;
    let tag: Token | undefined;
    let token = first;
    if (token.kind === kinds.anchor) {
      anchor = token.value;
      token = this.#next();
    }
    if (token.kind === kinds.tag) {
      tag = token;
      token = this.#next();
    }
    if (anchor === undefined && tag !== undefined && token.kind === kinds.anchor) {
      anchor = token.value;
      this.#next();
    }
    return { anchor, tag: tag === undefined ? "" : this.#resolved(tag, first) };
  }

  #resolved(tag: Token, first: Token): string {
    if (tag.value === "") return tag.suffix;
    const prefix = this.#handles.get(tag.value);
    if (prefix === undefined) throw refusal("found undefined tag handle", first, tag);
    return prefix + tag.suffix;
  }

  #alias(token: Token): YamlNode {
    const target = this.#anchors.get(token.value);
    if (target === undefined) {
      throw new YamlRefusal(`unknown anchor '${token.value}' referenced`, "values", { problem: token });
    }
    this.#scanner.take();
    this.#hasAliases = true;
    return node("alias", "", token.value, styles.plain, false, token, target);
  }

  #anchored(one: YamlNode, anchor: string | undefined): YamlNode {
    if (anchor !== undefined) {
      this.#anchors.set(anchor, one);
      this.#hasAliases = true;
    }
    return one;
  }

  /** An anchor is known inside of what it names. */
  #filled(one: YamlNode, anchor: string | undefined, fill: (one: YamlNode) => void): YamlNode {
    this.#anchored(one, anchor);
    fill(one);
    return one;
  }

  #blockList(list: YamlNode): void {
    const start = this.#scanner.peek();
    let token = this.#next();
    for (; token.kind === kinds.blockEntry; token = this.#scanner.peek()) {
      const entry = token;
      token = this.#next();
      const isEmpty = token.kind === kinds.blockEntry || token.kind === kinds.blockEnd;
      list.children.push(isEmpty ? emptyAfter(entry) : this.#node(true, false));
    }
    if (token.kind !== kinds.blockEnd) throw refusal("did not find expected '-' indicator", start, token);
    this.#scanner.take();
  }

  /** One whose entries stand no further in than the key that it is the value of. */
  #indentless(list: YamlNode): void {
    for (let token = this.#scanner.peek(); token.kind === kinds.blockEntry; token = this.#scanner.peek()) {
      const { kind } = this.#next();
      const isEmpty = kind === kinds.blockEntry || endsEntry(kind);
      list.children.push(isEmpty ? emptyAfter(token) : this.#node(true, false));
    }
  }

  #blockMap(map: YamlNode): void {
    const start = this.#scanner.peek();
    let token = this.#next();
    for (; token.kind !== kinds.blockEnd; token = this.#scanner.peek()) {
      if (token.kind !== kinds.key) throw refusal("did not find expected key", start, token);
      const key = endsEntry(this.#next().kind) ? emptyAfter(token) : this.#node(true, true);
      map.children.push(key, this.#blockValue());
      this.#noteKey(key);
    }
    this.#scanner.take();
  }

  #blockValue(): YamlNode {
    const token = this.#scanner.peek();
    if (token.kind !== kinds.value) return empty(token);
    return endsEntry(this.#next().kind) ? emptyAfter(token) : this.#node(true, true);
  }

  #flowList(list: YamlNode): void {
    const start = this.#scanner.peek();
    let token = this.#next();
    for (let isFirst = true; token.kind !== kinds.flowSequenceEnd; isFirst = false) {
      if (!isFirst) {
        if (token.kind !== kinds.flowEntry) throw refusal("did not find expected ',' or ']'", start, token);
        token = this.#next();
      }
      if (token.kind === kinds.key) list.children.push(this.#pair(token));
      else if (token.kind !== kinds.flowSequenceEnd) list.children.push(this.#node(false, false));
      else break;
      token = this.#scanner.peek();
    }
    this.#scanner.take();
  }

  /** `[a: b]`: a map of one key, without braces. */
  #pair(start: Token): YamlNode {
    const map = collection("map", "", start);
    const token = this.#next();
    const isEmpty = endsFlowKey(token.kind, kinds.flowSequenceEnd);
    // The token is taken even where the key is empty: so `[? : x]` loses its `:`.
    if (isEmpty) this.#scanner.take();
    const key = isEmpty ? emptyAfter(token) : this.#node(false, false);
    map.children.push(key, this.#flowValue(kinds.flowSequenceEnd));
    this.#noteKey(key);
    return map;
  }

  #flowMap(map: YamlNode): void {
    const start = this.#scanner.peek();
    let token = this.#next();
    for (let isFirst = true; token.kind !== kinds.flowMappingEnd; isFirst = false) {
      if (!isFirst) {
        if (token.kind !== kinds.flowEntry) throw refusal("did not find expected ',' or '}'", start, token);
        token = this.#next();
      }
      if (token.kind === kinds.flowMappingEnd) break;
      this.#flowEntry(map, token);
      token = this.#scanner.peek();
    }
    this.#scanner.take();
  }

  #flowEntry(map: YamlNode, token: Token): void {
    if (token.kind !== kinds.key) {
      const key = this.#node(false, false);
      map.children.push(key, empty(this.#scanner.peek()));
      this.#noteKey(key);
      return;
    }
    const after = this.#next();
    const key = endsFlowKey(after.kind, kinds.flowMappingEnd) ? empty(after) : this.#node(false, false);
    map.children.push(key, this.#flowValue(kinds.flowMappingEnd));
    this.#noteKey(key);
  }

  #flowValue(closing: Kind): YamlNode {
    const token = this.#scanner.peek();
    if (token.kind !== kinds.value) return empty(token);
    const after = this.#next();
    return after.kind === kinds.flowEntry || after.kind === closing ? empty(after) : this.#node(false, false);
  }

  #noteKey({ kind, value, tag }: YamlNode): void {
    if (kind !== "scalar" || tag !== "" || unusual.has(value)) this.#hasAliases = true;
  }
}

const unusual: ReadonlySet<string> = new Set(["<<", "", "~", "null", "Null", "NULL"]);

const endsDocument: ReadonlySet<Kind> = new Set([
  kinds.versionDirective,
  kinds.tagDirective,
  kinds.documentStart,
  kinds.documentEnd,
  kinds.streamEnd,
]);

function endsEntry(kind: Kind): boolean {
  return kind === kinds.key || kind === kinds.value || kind === kinds.blockEnd;
}

function endsFlowKey(kind: Kind, closing: Kind): boolean {
  return kind === kinds.value || kind === kinds.flowEntry || kind === closing;
}

function node(
  kind: YamlNode["kind"],
  tag: string,
  value: string,
  style: YamlNode["style"],
  implicit: boolean,
  mark: Mark,
  target: YamlNode | undefined,
): YamlNode {
  return { kind, tag, value, style, implicit, mark, children: none, target };
}

const none: YamlNode[] = [];

function scalar(value: string, tag: string, style: YamlNode["style"], implicit: boolean, mark: Mark): YamlNode {
  return node("scalar", tag, value, style, implicit, mark, undefined);
}

function collection(kind: "map" | "list", tag: string, mark: Mark): YamlNode {
  return { kind, tag, value: "", style: styles.plain, implicit: tag === "", mark, children: [], target: undefined };
}

function empty(mark: Mark): YamlNode {
  return scalar("", "", styles.plain, true, mark);
}

/** Behind an indicator of one character. */
function emptyAfter({ index, line, column }: Token): YamlNode {
  return empty({ index: index + 1, line, column: column + 1 });
}

function refusal(said: string, context: Mark | undefined, problem: Mark): YamlRefusal {
  return new YamlRefusal(said, "parser", { context, problem });
}
