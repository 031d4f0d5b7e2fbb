import type { YamlNode } from "../parse/node.ts";
import { YamlRefusal } from "../refusal.ts";
import type { DataMap } from "./data.ts";

/** A key that is not a text, and becomes one. */
export interface OtherKey {
  readonly name: string;
  /** What it was: equal keys have the same. */
  readonly identity: string;
}

/** What keys were before they became texts. */
export class KeyIdentities {
  /** Of maps that have one that was not a text: its keys so far. */
  readonly #maps = new Map<DataMap, Map<string, string>>();

  /**
   * Go's maps have no order: of two keys that become one text, kubectl takes this one or that one each time.
   *
   * @throws Refusal where a key becomes the same text as another one of the map.
   */
  check(map: DataMap, key: string | OtherKey, { mark }: YamlNode): void {
    if (typeof key === "string" && this.#maps.size === 0) return;
    const keys = this.#maps.get(map);
    if (typeof key === "string" && keys === undefined) return;
    const { name, identity } = typeof key === "string" ? { name: key, identity: "" } : key;
    const other = keys?.get(name) ?? (Object.hasOwn(map, name) ? "" : identity);
    if (other !== identity) {
      const said = `two keys become "${name}", and which of them kubectl takes is left to chance`;
      throw new YamlRefusal(said, "values", { problem: mark });
    }
    if (typeof key === "string") return;
    if (keys === undefined) this.#maps.set(map, new Map([[name, identity]]));
    else keys.set(name, identity);
  }
}
