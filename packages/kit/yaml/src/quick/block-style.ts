import type { Version } from "../scan/scan.ts";
import { setKey, type YamlData, type DataMap } from "../values/data.ts";
import { isSameInBoth, readScalar, unlike } from "./line-scalar.ts";
import { readLiteral } from "./literal.ts";

/** Characters that need a closer look, or end lines in a way of their own. */
const uncommon = /[^\n\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/;
// Neither a number nor a word of YAML 1.1, and so a text to both readers.
const key = /(?!(?:y|n|yes|no|on|off|true|false|null):)[a-z][a-z\d_./-]{0,200}:(?=[ \n])/iy;
const deepest = 100;

/**
 * Reads what kustomize prints, which is most of what is ever read: maps and lists in block style, with one line to a
 * scalar or a literal text. It needs no tokens for that, and takes a third of the time.
 *
 * @returns Undefined where there is anything else: then the reader proper has to say what it is.
 */
export function readBlockStyle(text: string, version: Version): QuickData | undefined {
  if (!text.endsWith("\n") || uncommon.test(text)) return undefined;
  const reader = new BlockReader(text, version);
  const map = reader.map(0, 0);
  return map === unlike || !reader.isAtEnd() ? undefined : { data: map as DataMap, isSameInBoth: reader.isSame };
}

export interface QuickData {
  readonly data: DataMap;
  /** Whether the reader of the other version of YAML makes the same of the text. */
  readonly isSameInBoth: boolean;
}

class BlockReader {
  isSame = true;
  readonly #text: string;
  readonly #version: Version;
  /** The first character that is not an indentation, of the line that comes next. */
  #position = 0;
  /** Its column; -1 at the end. */
  #column = 0;

  constructor(text: string, version: Version) {
    this.#text = text;
    this.#version = version;
    this.#toLine(0);
  }

  isAtEnd(): boolean {
    return this.#column < 0;
  }

  map(column: number, depth: number): YamlData | typeof unlike {
    const map: DataMap = {};
    if (this.#column !== column || depth > deepest) return unlike;
    do {
      key.lastIndex = this.#position;
      const written = key.exec(this.#text)?.[0];
      if (written === undefined) return unlike;
      const name = written.slice(0, -1);
      if (Object.hasOwn(map, name)) return unlike;
      this.#position += written.length;
      const value = this.#value(column, depth);
      if (value === unlike) return unlike;
      setKey(map, name, value);
    } while (this.#column === column);
    return this.#column < column ? map : unlike;
  }

  #list(column: number, depth: number): YamlData | typeof unlike {
    const list: YamlData[] = [];
    if (depth > deepest) return unlike;
    while (this.#column === column && this.#isEntry()) {
      this.#position += 2;
      this.#column += 2;
      const entry = this.#entry(column, depth);
      if (entry === unlike) return unlike;
      list.push(entry);
    }
    return this.#column <= column ? list : unlike;
  }

  #isEntry(): boolean {
    return this.#text.charCodeAt(this.#position) === 45 && this.#text.charCodeAt(this.#position + 1) === 32;
  }

  #entry(column: number, depth: number): YamlData | typeof unlike {
    if (this.#isEntry()) return this.#list(column + 2, depth + 1);
    key.lastIndex = this.#position;
    return key.test(this.#text) ? this.map(column + 2, depth + 1) : this.#scalar(column);
  }

  /** Behind the colon of a key in that column. */
  #value(column: number, depth: number): YamlData | typeof unlike {
    if (this.#text.charCodeAt(this.#position) === 32) {
      this.#position++;
      return this.#scalar(column);
    }
    this.#toLine(this.#position + 1);
    if (this.#column > column)
      return this.#isEntry() ? this.#list(this.#column, depth + 1) : this.map(this.#column, depth + 1);
    if (this.#column === column && this.#isEntry()) return this.#list(column, depth + 1);
    return null;
  }

  #scalar(column: number): YamlData | typeof unlike {
    const end = this.#text.indexOf("\n", this.#position);
    const line = this.#text.slice(this.#position, end);
    if (line.startsWith("|")) return this.#literal(line, end + 1, column);
    this.#toLine(end + 1);
    // A line further in would go on with it.
    if (this.#column > column) return unlike;
    const value = readScalar(line, this.#version);
    if (this.isSame && value !== unlike) this.isSame = isSameInBoth(line, value, this.#version);
    return value;
  }

  #literal(header: string, start: number, column: number): YamlData | typeof unlike {
    const literal = readLiteral(this.#text, header, start, column);
    if (literal === undefined) return unlike;
    this.#toLine(literal.end);
    return literal.text;
  }

  #toLine(start: number): void {
    let at = start;
    while (this.#text.charCodeAt(at) === 32) at++;
    this.#position = at;
    // An empty line has no column that anything expects.
    this.#column =
      at >= this.#text.length ? -1 : this.#text.charCodeAt(at) === 10 ? Number.MAX_SAFE_INTEGER : at - start;
  }
}
