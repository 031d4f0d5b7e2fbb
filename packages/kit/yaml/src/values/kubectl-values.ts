import type { YamlNode } from "../parse/node.ts";
import { YamlRefusal } from "../refusal.ts";
import { Aliases } from "./aliases.ts";
import { setKey, type YamlData, type DataMap, type Values } from "./data.ts";
import { KeyIdentities, type OtherKey } from "./key-identities.ts";
import { float32Text, mostInt64 } from "./number.ts";
import { resolve, type Resolved } from "./resolve.ts";
import { resolveTagged, shortTag } from "./tag.ts";
import { Unsupported } from "./unsupported.ts";

/**
 * What sigs.k8s.io/yaml makes of a document with the second go-yaml, and then JSON: keys that are not texts become some,
 * the last of equal keys holds, and a merge key overrides what stands before it.
 *
 * @param most The greatest integer that stays one: a greater one is a float.
 * @throws Refusal
 */
export function kubectlValues(root: YamlNode, most = mostInt64): Values {
  const reader = new Reader(most);
  const data = reader.value(root);
  reader.unsupported.check(data);
  return { data, repeated: reader.repeated };
}

class Reader {
  readonly unsupported = new Unsupported();
  readonly repeated: YamlNode[] = [];
  readonly #most: bigint;
  readonly #aliases = new Aliases();
  readonly #identities = new KeyIdentities();

  constructor(most: bigint) {
    this.#most = most;
  }

  value(node: YamlNode): YamlData {
    this.#aliases.count(node);
    if (node.kind === "alias") return this.#aliases.follow(node, (target) => this.value(target));
    if (node.kind === "scalar") return this.#scalar(node);
    if (node.kind === "list") return node.children.map((child) => this.value(child));
    const map: DataMap = {};
    this.#fill(map, node);
    return map;
  }

  #fill(map: DataMap, { children }: YamlNode): void {
    for (let index = 0; index < children.length; index += 2) {
      if (isMerge(children[index]!)) this.#merge(map, children[index + 1]!);
      else this.#set(map, children, index);
    }
  }

  #set(map: DataMap, children: readonly YamlNode[], index: number): void {
    const node = children[index]!;
    const key = this.#key(node, map);
    const name = typeof key === "string" ? key : key.name;
    this.#identities.check(map, key, node);
    if (Object.hasOwn(map, name) && isThereBefore(children, index)) this.repeated.push(node);
    setKey(map, name, this.value(children[index + 1]!));
  }

  #merge(map: DataMap, node: YamlNode): void {
    // Backwards: the first of them wins.
    for (const child of node.kind === "list" ? node.children.toReversed() : [node]) this.#mergeOne(map, child);
  }

  #mergeOne(map: DataMap, node: YamlNode): void {
    if ((node.target ?? node).kind !== "map") {
      const said = "map merge requires map or sequence of maps as the value";
      throw new YamlRefusal(said, "values", { problem: node.mark });
    }
    this.#aliases.count(node);
    if (node.kind === "map") return this.#fill(map, node);
    this.#aliases.follow(node, (target) => {
      this.#aliases.count(target);
      this.#fill(map, target);
    });
  }

  /** The text that a key is, or becomes. */
  #key(node: YamlNode, map: DataMap): string | OtherKey {
    const scalar = node.target ?? node;
    if (scalar.kind !== "scalar") {
      this.value(node);
      throw new YamlRefusal("invalid map key", "values", { problem: node.mark });
    }
    this.#aliases.count(node);
    if (node.kind === "alias") this.#aliases.follow(node, (target) => this.#aliases.count(target));
    if (!scalar.implicit && scalar.tag === "") return scalar.value;
    const { tag, value } = resolved(scalar);
    if (tag === "!!str" || tag === "!!merge") return value;
    if (tag === "!!timestamp") return scalar.value;
    if (value === null || (tag === "!!int" && value > mostInt64)) {
      this.unsupported.addMap(map, "unsupported map key", node);
    }
    return { name: tag === "!!float" ? float32Text(value) : String(value), identity: `${tag} ${value}` };
  }

  #scalar(node: YamlNode): YamlData {
    if (!node.implicit && node.tag === "") return node.value;
    const { tag, value } = resolved(node);
    if (tag === "!!timestamp") return node.value;
    if (tag === "!!float" && !Number.isFinite(value)) this.unsupported.addNumber(node, value);
    // JSON has one zero.
    if (tag === "!!float") return value + 0;
    return tag === "!!int" && value > this.#most ? Number(value) : value;
  }
}

/** A key that only a merge key has set is not there twice. */
function isThereBefore(children: readonly YamlNode[], index: number): boolean {
  const { value } = children[index]!;
  return children.some((child, at) => at % 2 === 0 && at < index && child.kind === "scalar" && child.value === value);
}

function resolved(node: YamlNode): Resolved {
  return node.tag === "" ? resolve(node.value, 2) : resolveTagged(node, shortTag(node.tag), 2);
}

function isMerge({ kind, value, implicit, tag }: YamlNode): boolean {
  return value === "<<" && kind === "scalar" && (implicit || tag === "tag:yaml.org,2002:merge");
}
