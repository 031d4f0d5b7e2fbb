import type { Mark } from "../refusal.ts";
import type { SourceText } from "./source.ts";

/** What may turn out to be a key, once a `:` follows. */
export interface SimpleKey {
  possible: boolean;
  /** Nothing else can stand there. */
  readonly required: boolean;
  /** The number of its first token. */
  readonly token: number;
  readonly mark: Mark;
}

/** A key may have so many characters. */
const longest = 1024;

/** The possible keys: one in each flow collection that is open, and one around them. */
export class SimpleKeys {
  /** Whether a key may begin at the place. */
  allowed = true;
  readonly #source: SourceText;
  readonly #stack: SimpleKey[];
  /** Where in the stack the key is that a token begins. */
  readonly #byToken = new Map<number, number>();

  constructor(source: SourceText) {
    this.#source = source;
    this.#stack = [{ possible: false, required: false, token: 0, mark: source.mark }];
  }

  /** @throws Refusal where one that is required gets no `:`. */
  save(required: boolean, token: number): void {
    if (!this.allowed) return;
    this.remove();
    this.#stack[this.#stack.length - 1] = { possible: true, required, token, mark: this.#source.mark };
    this.#byToken.set(token, this.#stack.length - 1);
  }

  remove(): void {
    const key = this.#stack.at(-1)!;
    if (!key.possible) return;
    if (key.required) throw this.#missing(key);
    this.#forget(key);
  }

  #forget(key: SimpleKey): void {
    key.possible = false;
    this.#byToken.delete(key.token);
  }

  open(token: number): void {
    this.#stack.push({ possible: false, required: false, token, mark: this.#source.mark });
  }

  /** Of an empty collection it also forgets what that itself begins, as go-yaml does: `{}` is not waited for as a key. */
  close(): void {
    const key = this.#stack.pop()!;
    this.#byToken.delete(key.token);
  }

  /** Whether a token may be the first one of a key, so that what follows has to be known. */
  mayBegin(token: number): boolean {
    const at = this.#byToken.get(token);
    const key = at === undefined ? undefined : this.#stack[at];
    return key !== undefined && this.#isValid(key);
  }

  /** The key whose `:` stands here. */
  found(): SimpleKey | undefined {
    const key = this.#stack.at(-1)!;
    if (!this.#isValid(key)) return undefined;
    this.#forget(key);
    return key;
  }

  #isValid(key: SimpleKey): boolean {
    if (!key.possible) return false;
    const { line, index } = this.#source;
    if (key.mark.line >= line && key.mark.index + longest >= index) return true;
    if (key.required) throw this.#missing(key);
    key.possible = false;
    return false;
  }

  #missing(key: SimpleKey) {
    return this.#source.refusal("could not find expected ':'", key.mark);
  }
}
