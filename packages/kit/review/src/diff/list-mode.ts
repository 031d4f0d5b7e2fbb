import { at, isMap, type Loose } from "@kit/kube";
import { toJson } from "@kit/yaml";
import type { TypeSchema } from "@kit/schema";
import { textAt } from "../data.ts";
import { isUnordered } from "./unordered-lists.ts";

/** How the items of a list are told apart, and whether their order means something. */
export interface ListMode {
  /** The fields that name an item; undefined where items are known by their place, or by what they are. */
  readonly keys?: readonly string[];
  readonly keyDefaults?: Loose;
  readonly ordered: boolean;
}

/** Where a list is. */
export interface ListPlace {
  readonly type: TypeSchema | undefined;
  /** The name of the field, and of the one above. */
  readonly name: string;
  readonly parent: string | undefined;
  /** Whose kind it is of: one of the API server's own, a custom resource, or none, but a text's. */
  readonly api: "own" | "custom" | "none";
  /** The way from here to the template that pods are made from; empty in it, where every order means something. */
  readonly podsAt?: readonly string[] | undefined;
  /** Whether it is a value of a map, whose keys anybody may write. */
  readonly isMapValue?: true;
}

/** A place that nobody describes. */
export const nowhere: ListPlace = { type: undefined, name: "", parent: undefined, api: "none" };

/** How a list is compared, from what the API says of it and from what is in it on both sides. */
export function listModeOf(
  { type, name, parent, api, podsAt }: ListPlace,
  ...sides: readonly (readonly unknown[])[]
): ListMode {
  // To its controller, a pod whose lists are in another order differs.
  const isOfPods = podsAt?.length === 0;
  if (type?.listType === "map") {
    const { keys = [], keyDefaults = {} } = type;
    if (sides.every((items) => areKeys(items, keys, keyDefaults))) {
      return { keys, keyDefaults, ordered: isOfPods || isOrdered(name, sides) };
    }
  }
  if (isOfPods) return guessedMode(sides);
  if (type?.listType === "set" || (api === "own" && isUnordered(parent, name))) return { ordered: false };
  return guessedMode(sides);
}

function guessedMode(sides: readonly (readonly unknown[])[]): ListMode {
  const guessed = guesses.find((key) => sides.every((items) => areNames(items, key)));
  return guessed !== undefined && sides.some((items) => items.length > 0)
    ? { keys: [guessed], ordered: true }
    : { ordered: true };
}

/** What an item is known by, as a text. */
export function keyText(item: unknown, keys: readonly string[], defaults: Loose = {}): string {
  return toJson(keys.map((key) => at(item, key) ?? defaults[key]));
}

/** What an item is known by; a key that is as the API would fill it in is left out. */
export function keyOf(item: unknown, keys: readonly string[], defaults: Loose = {}): Loose {
  const entries = keys.map((key): [string, unknown] => [key, at(item, key) ?? defaults[key]]);
  const telling = entries.filter(([key, value], index) => index === 0 || value !== defaults[key]);
  return Object.fromEntries(telling);
}

/** The fields that name an item in most of what people define. */
const guesses = ["name", "key", "id", "secretKey"];

// Init containers run one after the other. A variable can use those above it.
function isOrdered(name: string, sides: readonly (readonly unknown[])[]): boolean {
  if (name === "initContainers") return true;
  return name === "env" && sides.flat().some((item) => textAt(item, "value")?.includes("$(") === true);
}

function areKeys(items: readonly unknown[], keys: readonly string[], defaults: Loose): boolean {
  const isNamed = (item: unknown): boolean =>
    isMap(item) && keys.every((key) => (item[key] ?? defaults[key]) !== undefined);
  return items.every(isNamed) && areUnique(items.map((item) => keyText(item, keys, defaults)));
}

function areNames(items: readonly unknown[], key: string): boolean {
  const names = items.map((item) => (isMap(item) ? item[key] : undefined));
  return names.every((name) => typeof name === "string" || typeof name === "number") && areUnique(names);
}

function areUnique(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
