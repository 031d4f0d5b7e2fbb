import type { Node } from "../parse/node.ts";
import { Refusal } from "../refusal.ts";
import type { Data, DataMap } from "./data.ts";

/**
 * What JSON cannot hold. The judges find it only when they write JSON: so it is not a fault where another value has taken
 * its place by then.
 */
export class Unsupported {
  readonly #maps = new Map<DataMap, Refusal>();
  #number: Refusal | undefined;

  /** Not a number, or infinite. */
  addNumber({ mark }: Node, value: number): void {
    const name = Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    this.#number ??= new Refusal(`json: unsupported value: ${name}`, "values", { problem: mark });
  }

  /** A map with a key that cannot become a text. */
  addMap(map: DataMap, said: string, { mark }: Node): void {
    if (!this.#maps.has(map)) this.#maps.set(map, new Refusal(said, "values", { problem: mark }));
  }

  /** @throws Refusal where one of them is in what has been read. */
  check(data: Data): void {
    if (this.#maps.size > 0) this.#check(data, (one) => this.#maps.get(one as DataMap));
    if (this.#number !== undefined) this.#check(data, (one) => (isEndless(one) ? this.#number : undefined));
  }

  #check(data: Data, refusalOf: (data: Data) => Refusal | undefined): void {
    const refusal = refusalOf(data);
    if (refusal !== undefined) throw refusal;
    if (typeof data === "object" && data !== null) {
      for (const part of Object.values<Data>(data)) this.#check(part, refusalOf);
    }
  }
}

function isEndless(data: Data): boolean {
  return typeof data === "number" && !Number.isFinite(data);
}
