/**
 * Short texts that have been looked at, and have no secret: a thousand findings say the same, and a thousand objects have
 * the same words.
 */
export class HarmlessTexts {
  readonly #known = new Set<string>();
  /** Aliases make one long text many. */
  #lastLong = "";

  has(text: string): boolean {
    return text.length <= longest ? this.#known.has(text) : text === this.#lastLong;
  }

  add(text: string): void {
    if (text.length > longest) {
      this.#lastLong = text;
      return;
    }
    if (this.#known.size >= most) this.#known.clear();
    this.#known.add(text);
  }
}

/** In characters. */
const longest = 300;
const most = 20_000;
