import { YamlRefusal, type Mark } from "../refusal.ts";
import { isBlank, isBreak, isHighSurrogate } from "./characters.ts";
import { Chunks, everywhere } from "./chunks.ts";

/** A text with a place in it that only moves on. */
export class SourceText {
  readonly text: string;
  position = 0;
  line = 0;
  column = 0;
  /** Line breaks since the last character that is not a blank. */
  breaks = 0;
  #astral = 0;
  #limit: number;
  readonly #chunks: Chunks | undefined;

  /** @param whole A BOM in front of it is passed over. */
  constructor(whole: string) {
    const text = whole.startsWith("\uFEFF") ? whole.slice(1) : whole;
    this.text = `${text}\0\0\0\0`;
    this.#chunks = Chunks.of(text);
    this.#limit = this.#chunks === undefined ? everywhere : 0;
  }

  get mark(): Mark {
    return { index: this.index, line: this.line, column: this.column };
  }

  /** How many characters stand before the place. */
  get index(): number {
    return this.position - this.#astral;
  }

  code(ahead = 0): number {
    return this.text.charCodeAt(this.position + ahead);
  }

  /**
   * Asks for so many characters.
   *
   * @throws Refusal where one of them, or one that is read along with them, may not be in YAML.
   */
  need(characters: number): void {
    if (this.position + characters > this.#limit) this.#limit = this.#chunks!.reach(this.position, characters);
  }

  /** How far may be looked ahead without asking. */
  get known(): number {
    return Math.min(this.#limit, this.text.length);
  }

  /** Whether the reader takes what stands here for a BOM: it looks at the beginning of what it has read, wherever it is. */
  get seesBom(): boolean {
    return this.#chunks !== undefined && this.text.charCodeAt(this.#chunks.bufferStart) === 0xfe_ff;
  }

  /** Whether a character of two units stands here. */
  get isAstral(): boolean {
    return isHighSurrogate(this.code());
  }

  skip(): void {
    const code = this.code();
    if (!isBlank(code)) this.breaks = 0;
    this.position++;
    this.column++;
    if (isHighSurrogate(code)) {
      this.position++;
      this.#astral++;
    }
  }

  /** Moves on over characters that are neither blanks nor breaks, and of one unit each. */
  advance(count: number): void {
    if (count === 0) return;
    this.position += count;
    this.column += count;
    this.breaks = 0;
  }

  /** The character here; moves on. */
  read(): string {
    const start = this.position;
    this.skip();
    return this.text.slice(start, this.position);
  }

  /** Moves over a line break, if there is one; returns what it is to YAML: a line feed, or LS and PS themselves. */
  readBreak(): string {
    const code = this.code();
    if (!isBreak(code)) return "";
    this.position += code === 13 && this.code(1) === 10 ? 2 : 1;
    this.column = 0;
    this.line++;
    this.breaks++;
    return code > 0x85 ? String.fromCharCode(code) : "\n";
  }

  skipBlanks(): void {
    this.skipSpaces(true);
  }

  skipSpaces(withTabs: boolean): void {
    const tab = withTabs ? 9 : 32;
    for (this.need(1); this.code() === 32 || this.code() === tab; this.need(1)) this.skip();
  }

  /** Spaces up to a column. */
  skipIndentation(column: number): void {
    for (this.need(1); this.column < column && this.code() === 32; this.need(1)) this.skip();
  }

  refusal(said: string, context?: Mark): YamlRefusal {
    return new YamlRefusal(said, "scanner", { context, problem: this.mark });
  }
}
