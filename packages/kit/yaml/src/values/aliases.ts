import type { YamlNode } from "../parse/node.ts";
import { YamlRefusal } from "../refusal.ts";

/** go-yaml's limit: so many values, and a share of them that is less the more there are. */
const fewest = 400_000;
const most = 4_000_000;

/** kubectl has no such limit, and the server takes no object of a tenth of it. */
const mostCharacters = 32_000_000;

/** Counts what aliases make of a document, so that a few lines do not become billions of values. */
export class Aliases {
  #values = 0;
  #aliased = 0;
  #characters = 0;
  readonly #open = new Set<YamlNode>();

  /** @throws Refusal where most of so many values come from aliases, or what they make is too much. */
  count(node: YamlNode): void {
    this.#values++;
    if (this.#open.size > 0) {
      this.#aliased++;
      this.#characters += node.value.length;
    }
    if (this.#characters > mostCharacters) {
      throw new YamlRefusal("its aliases make more than 32 million characters of it", "values", { problem: node.mark });
    }
    if (this.#aliased > 100 && this.#values > 1000 && this.#aliased / this.#values > allowedShare(this.#values)) {
      throw new YamlRefusal("document contains excessive aliasing", "values", { problem: node.mark });
    }
  }

  /** @throws Refusal where an anchor's value has the alias in it. */
  follow<Value>(alias: YamlNode, read: (target: YamlNode) => Value): Value {
    if (this.#open.has(alias)) {
      throw new YamlRefusal(`anchor '${alias.value}' value contains itself`, "values", { problem: alias.mark });
    }
    this.#open.add(alias);
    const value = read(alias.target!);
    this.#open.delete(alias);
    return value;
  }
}

function allowedShare(values: number): number {
  if (values <= fewest) return 0.99;
  return values >= most ? 0.1 : 0.99 - 0.89 * ((values - fewest) / (most - fewest));
}
