import type { YamlNode } from "../parse/node.ts";
import { YamlRefusal } from "../refusal.ts";
import type { YamlData, DataMap } from "./data.ts";

/**
 * What JSON cannot hold. The judges find it only when they write JSON: so it is not a fault where another value has taken
 * its place by then.
 */
export class Unsupported {
  readonly #maps = new Map<DataMap, YamlRefusal>();
  #number: YamlRefusal | undefined;

  /** Not a number, or infinite. */
  addNumber({ mark }: YamlNode, value: number): void {
    const name = Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    this.#number ??= new YamlRefusal(`json: unsupported value: ${name}`, "values", { problem: mark });
  }

  /** A map with a key that cannot become a text. */
  addMap(map: DataMap, said: string, { mark }: YamlNode): void {
    if (!this.#maps.has(map)) this.#maps.set(map, new YamlRefusal(said, "values", { problem: mark }));
  }

  /** @throws Refusal where one of them is in what has been read. */
  check(data: YamlData): void {
    if (this.#maps.size > 0) this.#check(data, (one) => this.#maps.get(one as DataMap));
    if (this.#number !== undefined) this.#check(data, (one) => (isEndless(one) ? this.#number : undefined));
  }

  #check(data: YamlData, refusalOf: (data: YamlData) => YamlRefusal | undefined): void {
    const refusal = refusalOf(data);
    if (refusal !== undefined) throw refusal;
    if (typeof data === "object" && data !== null) {
      for (const part of Object.values<YamlData>(data)) this.#check(part, refusalOf);
    }
  }
}

function isEndless(data: YamlData): boolean {
  return typeof data === "number" && !Number.isFinite(data);
}
