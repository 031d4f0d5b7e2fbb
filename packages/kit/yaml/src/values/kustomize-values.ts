import type { YamlNode } from "../parse/node.ts";
import { YamlRefusal } from "../refusal.ts";
import { styles } from "../scan/token.ts";
import { decodeBase64 } from "./base64.ts";
import { setKey, type YamlData, type DataMap } from "./data.ts";
import { nullTag, tagOf } from "./kustomize-tag.ts";
import { resolve } from "./resolve.ts";
import { resolveTagged } from "./tag.ts";
import { Unsupported } from "./unsupported.ts";

/**
 * What kustomize makes of a resource with the third go-yaml, and then JSON. Aliases are in place already, merge keys are
 * not all: one of a map that was merged itself is still there.
 *
 * @throws Refusal where it is neither a map nor a list, a key is there twice, or below the top a key is not a text.
 */
export function kustomizeValues(root: YamlNode): YamlData {
  const reader = new Reader();
  const data = reader.root(root);
  reader.unsupported.check(data);
  return data;
}

class Reader {
  readonly unsupported = new Unsupported();

  root(node: YamlNode): YamlData {
    if (node.kind === "list") return this.#value(node);
    if (node.kind === "map") return this.#map(node, true);
    this.#scalar(node);
    throw refusal(`cannot unmarshal ${tagOf(node)} into map[string]interface {}`, node);
  }

  #value(node: YamlNode): YamlData {
    if (node.kind === "list") return node.children.map((child) => this.#value(child));
    return node.kind === "map" ? this.#map(node, false) : this.#scalar(node);
  }

  #map(node: YamlNode, isTop: boolean): DataMap {
    checkKeys(node);
    const map: DataMap = {};
    this.#fill(map, node, isTop);
    return map;
  }

  /** @param taken Keys that are set already, and stay as they are; in a map that is merged. */
  #fill(map: DataMap, node: YamlNode, isTop: boolean, taken?: Set<string>): void {
    const { children } = node;
    let merged: YamlNode | undefined;
    for (let index = 0; index < children.length; index += 2) {
      const [key, value] = [children[index]!, children[index + 1]!];
      if (isMerge(key)) {
        merged = value;
        continue;
      }
      const name = this.#key(key, map, isTop);
      // At the top a key that is null is passed over, with what it has.
      if (name === undefined || taken?.has(name) === true) continue;
      taken?.add(name);
      setKey(map, name, this.#value(value));
    }
    if (merged !== undefined) this.#merge(map, merged, isTop, taken ?? textKeys(node));
  }

  #merge(map: DataMap, node: YamlNode, isTop: boolean, taken: Set<string>): void {
    for (const child of node.kind === "list" ? node.children : [node]) {
      if (child.kind !== "map") throw refusal("map merge requires map or sequence of maps as the value", child);
      checkKeys(child);
      this.#fill(map, child, isTop, taken);
    }
  }

  #key(key: YamlNode, map: DataMap, isTop: boolean): string | undefined {
    const tag = tagOf(key);
    if (key.kind !== "scalar") {
      if (isTop) throw refusal(`cannot unmarshal ${tag} into string`, key);
      throw refusal("invalid map key", key);
    }
    if (!isTop && tag !== "!!str" && tag !== "!!merge") {
      this.unsupported.addMap(map, "json: unsupported type: map[interface {}]interface {}", key);
    }
    if (tag === "!!binary") return decodeBase64(key);
    if (known.has(tag)) this.#scalar(key);
    return tag === nullTag && isTop ? undefined : key.value;
  }

  #scalar(node: YamlNode): YamlData {
    const { tag, value } = this.#resolved(node);
    if (tag === "!!float" && !Number.isFinite(value)) this.unsupported.addNumber(node, value);
    if (tag === "!!timestamp" && /[-+]2[4-9]:\d\d$/.test(value)) {
      throw refusal("json: error calling MarshalJSON for type time.Time: timezone hour outside of range [0,23]", node);
    }
    return tag === "!!float" ? value + 0 : value;
  }

  #resolved(node: YamlNode) {
    const { tag, style, value } = node;
    if (tag !== "" && tag !== "!") return resolveTagged(node, tagOf(node), 3);
    return style === styles.plain ? resolve(value, 3) : ({ tag: "!!str", value } as const);
  }
}

const known: ReadonlySet<string> = new Set(["!!int", "!!float", "!!bool", "!!null", "!!timestamp"]);

/** Two keys are one to it where their texts are the same, whatever they are. */
function checkKeys({ children }: YamlNode): void {
  const seen = new Set<string>();
  for (let index = 0; index < children.length; index += 2) {
    const { kind, value } = children[index]!;
    const key = kind === "scalar" ? value : `${kind}\0${value}`;
    if (seen.has(key)) throw refusal(`mapping key ${JSON.stringify(value)} already defined`, children[index]!);
    seen.add(key);
  }
}

/** To it `8080` and `"8080"` are two keys here. */
function textKeys({ children }: YamlNode): Set<string> {
  const keys = children.filter((child, index) => index % 2 === 0 && !known.has(tagOf(child)));
  return new Set(keys.map(({ value }) => value));
}

function isMerge(key: YamlNode): boolean {
  return key.kind === "scalar" && key.value === "<<" && tagOf(key) === "!!merge";
}

function refusal(said: string, { mark }: YamlNode): YamlRefusal {
  return new YamlRefusal(said, "values", { problem: mark });
}
