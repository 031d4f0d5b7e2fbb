import type { YamlNode } from "../parse/node.ts";
import { YamlRefusal } from "../refusal.ts";
import { nullTag, tagOf } from "./kustomize-tag.ts";

/** More values than any object has. kustomize itself has no limit, and takes all memory. */
const most = 200_000;

/**
 * Puts what they stand for in the place of a document's aliases and merge keys, as kustomize does before anything else
 * (`DeAnchor` of kyaml). It changes the nodes.
 *
 * @throws Refusal where an alias is in what it stands for, or what they make is too much; or where a merge key has no map.
 */
export function inlineAliases(root: YamlNode): YamlNode {
  return new Inliner().inlined(root);
}

class Inliner {
  #values = 0;
  readonly #open = new Set<YamlNode>();

  inlined(node: YamlNode): YamlNode {
    if (node.kind === "scalar") return node;
    if (this.#open.has(node)) throw refusal("anchor value contains itself", node);
    this.#open.add(node);
    const result = node.kind === "alias" ? this.#copy(this.inlined(node.target!)) : this.#collection(node);
    this.#open.delete(node);
    return result;
  }

  #collection(node: YamlNode): YamlNode {
    if (node.kind === "map") this.#merge(node);
    node.children = node.children.map((child) => this.inlined(child));
    return node;
  }

  #merge(map: YamlNode): void {
    const merged = mergedMaps(map);
    if (merged.length === 0 && hasOwnNames(map)) return;
    clearMerge(map);
    const own = { ...map };
    const target = this.#copy(map);
    for (const source of [...merged, own]) {
      const copy = this.#copy(source);
      // Of equal keys it sees the first one, twice.
      for (let index = 0; index < copy.children.length; index += 2) {
        const name = copy.children[index]!.value;
        const at = copy.children.findIndex((child, place) => place % 2 === 0 && child.value === name);
        setEntry(target, copy.children[at]!, copy.children[at + 1]!);
      }
    }
    map.children = target.children;
  }

  #copy(node: YamlNode): YamlNode {
    this.#values++;
    if (this.#values > most) throw refusal("its aliases make more than 200,000 values of it", node);
    return node.children.length === 0
      ? { ...node }
      : { ...node, children: node.children.map((one) => this.#copy(one)) };
  }
}

/** Whether no key is there twice, so that nothing is to be put in order. */
function hasOwnNames({ children }: YamlNode): boolean {
  const names = children.filter((_, index) => index % 2 === 0);
  if (names.some((name) => name.kind !== "scalar" || tagOf(name) === nullTag || name.value === "<<")) return false;
  return new Set(names.map(({ value }) => value)).size === names.length;
}

/** The maps of a merge key, the last one first: so that what is earlier overrides it. */
function mergedMaps({ children }: YamlNode): YamlNode[] {
  const keys = children.filter((child, index) => index % 2 === 0 && tagOf(child) === "!!merge");
  if (keys.length > 1) throw refusal("duplicate merge key", keys[1]!);
  const value = keys.length === 0 ? undefined : children[children.indexOf(keys[0]!) + 1];
  return value === undefined ? [] : mapsIn(value);
}

function mapsIn(node: YamlNode): YamlNode[] {
  if (node.kind === "map") return [node];
  if (node.kind === "alias") {
    if (node.target!.kind !== "map") throw refusal("invalid map merge: received alias for a non-map value", node);
    return [node.target!];
  }
  if (node.kind === "scalar") throw refusal("map merge requires map or sequence of maps as the value", node);
  return node.children
    .map((child) => {
      if (child.kind === "list") throw refusal("invalid map merge: received a nested sequence", child);
      return mapsIn(child);
    })
    .toReversed()
    .flat();
}

function clearMerge(map: YamlNode): void {
  const at = map.children.findIndex((child, index) => index % 2 === 0 && child.value === "<<");
  if (at >= 0) map.children = map.children.toSpliced(at, 2);
}

function setEntry(map: YamlNode, key: YamlNode, value: YamlNode): void {
  const name = tagOf(key) === nullTag ? "" : key.value;
  const at = map.children.findIndex((child, index) => index % 2 === 0 && child.value === name);
  if (at < 0) map.children.push(key, value);
  else map.children.splice(at, 2, key, value);
}

function refusal(said: string, { mark }: YamlNode): YamlRefusal {
  return new YamlRefusal(said, "values", { problem: mark });
}
