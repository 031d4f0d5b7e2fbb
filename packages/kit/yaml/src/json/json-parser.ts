import type { YamlNode } from "../parse/node.ts";
import { YamlRefusal, type Mark } from "../refusal.ts";
import { styles } from "../scan/token.ts";

const deepest = 1000;

// A number may not end with its point or its `e`.
const word = /true|false|null|-?(?:0|[1-9]\d*(?!\d))(?:\.\d+(?!\d)|(?!\.))(?:[eE][-+]?\d+|(?![eE]))/y;

const string = /"(?:[^"\\\p{Cc}]|[\x7F-\x9F]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;

/** Reads JSON values one after another, as strictly as Go does, into nodes that know where they stand. */
export class JsonParser {
  readonly #text: string;
  #position = 0;
  #line = 0;
  #lineStart = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get mark(): Mark {
    return { index: this.#position, line: this.#line, column: this.#position - this.#lineStart };
  }

  /** Whether only blanks are left; passes them. */
  isAtEnd(): boolean {
    this.#blanks();
    return this.#position >= this.#text.length;
  }

  /** @throws Refusal */
  value(): YamlNode {
    this.#blanks();
    const { mark } = this;
    const first = this.#text[this.#position];
    if (first === "{" || first === "[") return this.#collection(first, mark);
    if (first === '"') return scalar(this.#string(), mark, styles.double);
    const literal = this.#match(word);
    if (literal === undefined) throw this.#refusal("looking for beginning of value");
    return scalar(literal, mark, styles.plain);
  }

  #collection(open: "{" | "[", mark: Mark): YamlNode {
    const [kind, close] = open === "{" ? (["map", "}"] as const) : (["list", "]"] as const);
    const children: YamlNode[] = [];
    if (++this.#depth > deepest) throw new YamlRefusal("exceeded max depth", "json", { problem: mark });
    this.#position++;
    this.#blanks();
    if (!this.#take(close)) {
      do {
        if (kind === "map") children.push(this.#key());
        children.push(this.value());
        this.#blanks();
      } while (this.#take(","));
      if (!this.#take(close))
        throw this.#refusal(kind === "map" ? "after object key:value pair" : "after array element");
    }
    this.#depth--;
    return { ...scalar("", mark, styles.plain), kind, children };
  }

  #key(): YamlNode {
    this.#blanks();
    const { mark } = this;
    if (this.#text[this.#position] !== '"') throw this.#refusal("looking for beginning of object key string");
    const key = scalar(this.#string(), mark, styles.double);
    this.#blanks();
    if (!this.#take(":")) throw this.#refusal("after object key");
    return key;
  }

  #string(): string {
    const literal = this.#match(string);
    if (literal === undefined) throw this.#refusal("in string literal");
    return literal.includes("\\") ? (JSON.parse(literal) as string).toWellFormed() : literal.slice(1, -1);
  }

  #match(form: RegExp): string | undefined {
    form.lastIndex = this.#position;
    const found = form.exec(this.#text)?.[0];
    this.#position += found?.length ?? 0;
    return found;
  }

  #take(character: string): boolean {
    if (this.#text[this.#position] !== character) return false;
    this.#position++;
    return true;
  }

  #blanks(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#position);
      if (code === 10) {
        this.#line++;
        this.#lineStart = this.#position + 1;
      } else if (code !== 32 && code !== 9 && code !== 13) {
        return;
      }
      this.#position++;
    }
  }

  #refusal(doing: string): YamlRefusal {
    const said = this.#position < this.#text.length ? `invalid character ${doing}` : "unexpected end of JSON input";
    return new YamlRefusal(said, "json", { problem: this.mark });
  }
}

function scalar(value: string, mark: Mark, style: YamlNode["style"]): YamlNode {
  return { kind: "scalar", tag: "", value, style, implicit: false, mark, children: [], target: undefined };
}
