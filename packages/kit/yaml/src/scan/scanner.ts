import type { Mark } from "../refusal.ts";
import { codesOf, end, isBlank, isBlankOrEnd, isBreak } from "./characters.ts";
import { passComments, passLineComment } from "./comments.ts";
import { scanDirective } from "./directive.ts";
import { scanBlockScalar } from "./block-scalar.ts";
import { scanName } from "./name.ts";
import { scanPlain } from "./plain.ts";
import { scanQuoted } from "./quoted.ts";
import { isDocumentIndicator } from "./document-indicator.ts";
import type { Scan, Version } from "./scan.ts";
import { SimpleKeys } from "./simple-keys.ts";
import { SourceText } from "./source.ts";
import { scanTag } from "./tag.ts";
import { kinds, Token, type Kind } from "./token.ts";

/** Collections that lie in each other, and no more: a judge takes some thousands, what reads an object later does not. */
const deepest = 1000;

/**
 * The tokens of a text, as libyaml makes them, which both versions of go-yaml are ports of.
 *
 * The third one looks two tokens ahead, to know whose a comment is. So it meets a fault earlier.
 */
export class Scanner implements Scan {
  readonly source: SourceText;
  readonly version: Version;
  /** The column of the block collection that the place is in; -1 outside of any. */
  indent = -1;
  flowLevel = 0;
  readonly keys: SimpleKeys;
  #queue: Token[] = [];
  #head = 0;
  /** How many tokens have been taken. */
  #taken = 0;
  readonly #ahead: number;
  readonly #indents: number[] = [];

  constructor(text: string, version: Version) {
    this.source = new SourceText(text);
    this.version = version;
    this.keys = new SimpleKeys(this.source);
    this.#ahead = version === 3 ? 2 : 0;
    this.source.need(1);
    this.#push(kinds.streamStart, this.source.mark);
  }

  /** The next token, which stays. */
  peek(): Token {
    while (this.#queue.length - this.#head <= this.#ahead || this.keys.mayBegin(this.#taken)) this.#fetch();
    return this.#queue[this.#head]!;
  }

  /** Takes the token that was peeked at. */
  take(): void {
    this.#head++;
    this.#taken++;
    if (this.#head < 256) return;
    this.#queue = this.#queue.slice(this.#head);
    this.#head = 0;
  }

  get #next(): number {
    return this.#taken + this.#queue.length - this.#head;
  }

  #push(kind: Kind, mark: Mark): void {
    this.#queue.push(new Token(kind, mark));
  }

  #last(): Kind | undefined {
    return this.#queue.at(-1)?.kind;
  }

  #fetch(): void {
    const { source } = this;
    source.need(1);
    this.#toNextToken();
    this.#unroll(source.column);
    source.need(4);
    const code = source.code();
    if (code === end) return this.#streamEnd();
    if (source.column === 0) {
      if (code === 37) return this.#directive();
      if (isDocumentIndicator(source))
        return this.#documentIndicator(code === 45 ? kinds.documentStart : kinds.documentEnd);
    }
    this.#content(code);
    if (this.version === 3 && this.#last() !== kinds.blockEntry) passLineComment(source);
  }

  #content(code: number): void {
    const { source } = this;
    const spaced = isBlankOrEnd(source.code(1));
    const isFlow = this.flowLevel > 0;
    switch (code) {
      case 91: // [
        return this.#flowStart(kinds.flowSequenceStart);
      case 123: // {
        return this.#flowStart(kinds.flowMappingStart);
      case 93: // ]
        return this.#flowEnd(kinds.flowSequenceEnd);
      case 125: // }
        return this.#flowEnd(kinds.flowMappingEnd);
      case 44: // ,
        return this.#flowEntry();
      case 45: // -
        if (spaced) return this.#blockEntry();
        break;
      case 63: // ?
        if (isFlow || spaced) return this.#key();
        break;
      case 58: // :
        if (isFlow || spaced) return this.#value();
        break;
      case 42: // *
      case 38: // &
        this.#mayBeKey();
        this.#queue.push(scanName(source, code === 42 ? kinds.alias : kinds.anchor));
        return;
      case 33: // !
        this.#mayBeKey();
        this.#queue.push(scanTag(source));
        return;
      case 124: // |
      case 62: // >
        if (isFlow) break;
        this.keys.remove();
        this.keys.allowed = true;
        this.#queue.push(scanBlockScalar(this, code === 124));
        return;
      case 39: // '
      case 34: // "
        this.#mayBeKey();
        this.#queue.push(scanQuoted(source, code));
        return;
    }
    if (!this.#beginsPlain(code)) throw source.refusal("found character that cannot start any token", source.mark);
    this.#mayBeKey();
    this.#queue.push(scanPlain(this));
  }

  /** A `-` may begin a text in front of anything but a blank, `?` and `:` in block style. */
  #beginsPlain(code: number): boolean {
    const after = this.source.code(1);
    if (code === 45) return !isBlank(after);
    if (code === 63 || code === 58) return this.flowLevel === 0 && !isBlankOrEnd(after);
    // , [ ] { } # & * ! | > ' " % @ `
    return !isBlankOrEnd(code) && !indicators.has(code);
  }

  #mayBeKey(): void {
    this.keys.save(this.flowLevel === 0 && this.indent === this.source.column, this.#next);
    this.keys.allowed = false;
  }

  #toNextToken(): void {
    const { source } = this;
    for (;;) {
      source.need(1);
      if (source.column === 0 && source.seesBom) source.skip();
      // A tab may not indent a block's entry.
      const takesTabs = this.flowLevel > 0 || !this.keys.allowed;
      source.skipSpaces(takesTabs);
      if (source.code() === 35) passComments(this);
      if (!isBreak(source.code())) return;
      source.need(2);
      source.readBreak();
      if (this.flowLevel === 0) this.keys.allowed = true;
    }
  }

  /** Ends the block collections that the column is outside of. */
  #unroll(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.#push(kinds.blockEnd, this.source.mark);
      this.indent = this.#indents.pop()!;
    }
  }

  /** Begins a block collection where the column is further in; its token goes in front of what has that number. */
  #roll(column: number, kind: Kind, mark: Mark, number?: number): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.#indents.push(this.indent);
    this.indent = column;
    this.#checkDepth(mark);
    if (number === undefined) this.#push(kind, mark);
    else this.#insert(kind, mark, number);
  }

  #insert(kind: Kind, mark: Mark, number: number): void {
    const token = new Token(kind, mark);
    if (number < this.#taken) this.#queue.push(token);
    else this.#queue.splice(this.#head + number - this.#taken, 0, token);
  }

  #checkDepth(mark: Mark): void {
    if (this.#indents.length + this.flowLevel <= deepest) return;
    throw this.source.refusal(`exceeded max depth of ${deepest}`, mark);
  }

  #streamEnd(): void {
    const { source } = this;
    if (source.column !== 0) {
      source.column = 0;
      source.line++;
    }
    this.#endBlocks();
    this.#push(kinds.streamEnd, source.mark);
  }

  #endBlocks(): void {
    this.#unroll(-1);
    this.keys.remove();
    this.keys.allowed = false;
  }

  #directive(): void {
    this.#endBlocks();
    this.#queue.push(scanDirective(this.source));
  }

  #documentIndicator(kind: Kind): void {
    this.#endBlocks();
    this.#push(kind, this.source.mark);
    this.source.advance(3);
  }

  #flowStart(kind: Kind): void {
    const { mark } = this.source;
    this.keys.save(this.flowLevel === 0 && this.indent === mark.column, this.#next);
    this.keys.open(this.#next);
    this.flowLevel++;
    this.#checkDepth(mark);
    this.keys.allowed = true;
    this.#push(kind, mark);
    this.source.advance(1);
  }

  #flowEnd(kind: Kind): void {
    this.keys.remove();
    if (this.flowLevel > 0) {
      this.flowLevel--;
      this.keys.close();
    }
    this.keys.allowed = false;
    this.#push(kind, this.source.mark);
    this.source.advance(1);
  }

  #flowEntry(): void {
    this.keys.remove();
    this.keys.allowed = true;
    this.#push(kinds.flowEntry, this.source.mark);
    this.source.advance(1);
  }

  #blockEntry(): void {
    const { source } = this;
    if (this.flowLevel === 0) {
      if (!this.keys.allowed)
        throw source.refusal("block sequence entries are not allowed in this context", source.mark);
      this.#roll(source.column, kinds.blockSequenceStart, source.mark);
    }
    this.keys.remove();
    this.keys.allowed = true;
    this.#push(kinds.blockEntry, source.mark);
    source.advance(1);
  }

  #key(): void {
    const { source } = this;
    if (this.flowLevel === 0) {
      if (!this.keys.allowed) throw source.refusal("mapping keys are not allowed in this context", source.mark);
      this.#roll(source.column, kinds.blockMappingStart, source.mark);
    }
    this.keys.remove();
    this.keys.allowed = this.flowLevel === 0;
    this.#push(kinds.key, source.mark);
    source.advance(1);
  }

  #value(): void {
    const { source } = this;
    const key = this.keys.found();
    if (key === undefined) {
      if (this.flowLevel === 0) {
        if (!this.keys.allowed) throw source.refusal("mapping values are not allowed in this context", source.mark);
        this.#roll(source.column, kinds.blockMappingStart, source.mark);
      }
      this.keys.allowed = this.flowLevel === 0;
    } else {
      this.#insert(kinds.key, key.mark, key.token);
      this.#roll(key.mark.column, kinds.blockMappingStart, key.mark, key.token);
      this.keys.allowed = false;
    }
    this.#push(kinds.value, source.mark);
    source.advance(1);
  }
}

const indicators = codesOf(",[]{}#&*!|>'\"%@`");
