import type { TypeSchema } from "@kit/schema";
import type { Json, JsonObject } from "@kit/kube";

/** A value whose keyed lists are maps from what names an entry to the entry, and whose sets are sets. */
type Tree = Json | Set<Json> | Entries | Fields;
class Entries extends Map<string, Tree> {}
class Fields extends Map<string, Tree> {}

/**
 * An object with a change applied, by another way than `computeObject`: lists are turned into maps, these are joined, and turned
 * back. It knows nothing of origins, conflicts and problems.
 */
export function applied(type: TypeSchema, object: JsonObject, change: JsonObject): JsonObject {
  return fromTree(joined(type, toTree(type, object), change)!) as JsonObject;
}

function toTree(type: TypeSchema | undefined, value: Json): Tree {
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (type?.listType === "set") return new Set(list);
    if (type?.listType !== "map") return value;
    return new Entries(list.map((entry) => [nameOf(type, entry as JsonObject), toTree(type.items, entry)]));
  }
  if (typeof value !== "object" || value === null) return value;
  return new Fields(Object.entries(value).map(([key, child]) => [key, toTree(partOf(type, key), child)]));
}

function fromTree(tree: Tree): Json {
  if (tree instanceof Entries) return [...tree.values()].map(fromTree);
  if (tree instanceof Set) return [...tree];
  if (tree instanceof Fields) return Object.fromEntries([...tree].map(([key, child]) => [key, fromTree(child)]));
  return tree;
}

function joined(type: TypeSchema | undefined, tree: Tree | undefined, change: Json): Tree | undefined {
  if (change === null) return undefined;
  if (typeof change !== "object") return change;
  if ("$whole" in change) return toTree(type, (change as { $whole: Json }).$whole);
  if (Array.isArray(change)) return joinedList(type, tree, change as readonly Json[]);
  const fields = new Fields(tree instanceof Fields ? tree : []);
  for (const [key, part] of Object.entries(change)) {
    const made = joined(partOf(type, key), fields.get(key), part);
    if (made === undefined) fields.delete(key);
    else fields.set(key, made);
  }
  const isOnlyRemoval = tree === undefined && fields.size === 0 && Object.keys(change).length > 0;
  return isOnlyRemoval ? undefined : fields;
}

function joinedList(type: TypeSchema | undefined, tree: Tree | undefined, change: readonly Json[]): Tree | undefined {
  if (type?.listType === "set") {
    const set = new Set(tree instanceof Set ? tree : []);
    for (const item of change) {
      if (typeof item === "object") set.delete((item as { $remove: Json }).$remove);
      else set.add(item);
    }
    return set;
  }
  if (type?.listType !== "map") return change;
  let entries = new Entries(tree instanceof Entries ? tree : []);
  for (const item of change as readonly JsonObject[]) {
    const { $entry, $remove, ...part } = item;
    const name = nameOf(type, ($entry ?? $remove ?? item) as JsonObject);
    if ($remove !== undefined) entries.delete(name);
    else {
      const made = joined(type.items, entries.get(name) ?? new Fields(), part)!;
      const now = nameOf(type, fromTree(made) as JsonObject);
      const isNew = !entries.has(name);
      entries = new Entries([...entries].map(([key, entry]) => (key === name ? [now, made] : [key, entry])));
      if (isNew) entries.set(now, made);
    }
  }
  return entries;
}

function partOf(type: TypeSchema | undefined, key: string): TypeSchema | undefined {
  return type?.values ?? type?.fields?.get(key);
}

function nameOf({ keys = [], keyDefaults = {} }: TypeSchema, entry: JsonObject): string {
  return JSON.stringify(keys.map((key) => entry[key] ?? keyDefaults[key]));
}
