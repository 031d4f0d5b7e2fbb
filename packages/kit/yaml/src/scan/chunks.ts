import { YamlRefusal } from "../refusal.ts";
import { isHighSurrogate } from "./characters.ts";

/** More than any text has. */
export const everywhere = 0x3f_ff_ff_ff;

/** As go-yaml reads: so many bytes at a time. */
const chunkBytes = 512;

// Without `u`, which costs ten times as much: halves of a pair are looked at closer then.
const suspicious = /[^\t\n\r\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]/;
const forbidden = /[^\t\n\r\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * How a reader goes through a text that it refuses a character of, chunk by chunk: a fault of syntax before the chunk
 * is told first, one in the same chunk never. Undefined for other texts, where chunks make no difference.
 */
export class Chunks {
  /** The first character in the reader's buffer. */
  bufferStart = 0;
  readonly #text: string;
  readonly #ends: readonly number[];
  readonly #refusal: YamlRefusal | undefined;
  #read = 0;
  /** How far it has read. */
  #end = 0;

  static of(text: string): Chunks | undefined {
    if (!suspicious.test(text)) return undefined;
    const bad = forbidden.exec(text)?.index;
    return bad === undefined && !text.includes("\uFEFF") ? undefined : new Chunks(text, bad);
  }

  private constructor(text: string, bad: number | undefined) {
    this.#text = text;
    this.#refusal = bad === undefined ? undefined : refusalOf(text, bad);
    this.#ends = endsOf(text, bad);
  }

  /**
   * Reads on until there are so many characters from a position on.
   *
   * @returns How far it has read.
   * @throws Refusal where one of what is read with them may not be in YAML.
   */
  reach(position: number, characters: number): number {
    while (this.#between(position, this.#end) < characters) {
      const end = this.#ends[this.#read++];
      if (end === undefined && this.#refusal !== undefined) throw this.#refusal;
      this.#end = end ?? everywhere;
      this.bufferStart = position;
    }
    return this.#end;
  }

  #between(from: number, to: number): number {
    if (to - from > 2 * chunkBytes) return to - from;
    let count = 0;
    for (let at = from; at < to; at++) if (!isHighSurrogate(this.#text.charCodeAt(at))) count++;
    return count;
  }
}

/** Where chunks end, in front of that with the bad character. */
function endsOf(text: string, bad: number | undefined): number[] {
  const ends: number[] = [];
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const width = widthAt(text, at);
    if (bytes + width > chunkBytes) {
      ends.push(at);
      bytes = 0;
    }
    if (at === bad) return isCut(text, at, chunkBytes - bytes) ? [...ends, at] : ends;
    bytes += width;
    if (width === 4) at++;
  }
  return ends;
}

/** Whether bytes end in the middle of a character: then the reader first waits for more. */
function isCut(text: string, at: number, bytes: number): boolean {
  const code = text.charCodeAt(at);
  const left = text.slice(at, at + 4).length < 4 ? rawBytes(text, at).length : 4;
  return isRawByte(code) && (leadingWidth(code - rawByte) ?? 1) > Math.min(bytes, left);
}

/** How many bytes of UTF-8 a character has; one of those that could not be read is one byte. */
function widthAt(text: string, at: number): number {
  const code = text.codePointAt(at)!;
  if (code < 0x80 || isRawByte(code)) return 1;
  if (code < 0x8_00) return 2;
  return code < 0x1_00_00 ? 3 : 4;
}

function refusalOf(text: string, bad: number): YamlRefusal {
  const lines = text.slice(0, bad).split(/\r\n|[\n\r\x85\u2028\u2029]/);
  const column = Array.from(lines.at(-1)!).length;
  const mark = { index: bad, line: lines.length - 1, column };
  return new YamlRefusal(isRawByte(text.charCodeAt(bad)) ? rawByteProblem(text, bad) : controlProblem, "characters", {
    problem: mark,
  });
}

const controlProblem = "control characters are not allowed";

/** Bytes that are not UTF-8 are told by what a decoder made of them: see decode.ts. */
export const rawByte = 0xdc_00;

function isRawByte(code: number): boolean {
  return code >= rawByte + 0x80 && code <= rawByte + 0xff;
}

function rawByteProblem(text: string, at: number): string {
  const raw = rawBytes(text, at);
  const width = leadingWidth(raw[0]!);
  if (width === undefined) return "invalid leading UTF-8 octet";
  if (raw.length < width) return "incomplete UTF-8 octet sequence";
  if (raw.slice(1, width).some((byte) => (byte & 0xc0) !== 0x80)) return "invalid trailing UTF-8 octet";
  const value = raw.slice(1, width).reduce((sum, byte) => (sum << 6) | (byte & 0x3f), raw[0]! & (0x7f >> width));
  const least = [0, 0, 0x80, 0x8_00, 0x1_00_00][width]!;
  return value < least ? "invalid length of a UTF-8 sequence" : "invalid Unicode character";
}

/** The bytes of what begins here, four characters at most. */
function rawBytes(text: string, at: number): number[] {
  return Array.from(text.slice(at, at + 4)).flatMap((one) => {
    const code = one.codePointAt(0)!;
    return isRawByte(code) ? [code - rawByte] : [...new TextEncoder().encode(one)];
  });
}

function leadingWidth(byte: number): number | undefined {
  if ((byte & 0xe0) === 0xc0) return 2;
  if ((byte & 0xf0) === 0xe0) return 3;
  return (byte & 0xf8) === 0xf0 ? 4 : undefined;
}
