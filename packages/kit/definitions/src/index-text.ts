import type { KindDefinition } from "./definition.ts";

/** What the index says of a definition. */
export interface IndexedKind {
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** The versions that are served, in the order of the definition. */
  readonly versions: readonly string[];
}

/** What the index says of a definition. */
export function indexed({ spec: { group, names, scope, versions } }: KindDefinition): IndexedKind {
  return {
    group,
    kind: names.kind,
    namespaced: scope === "Namespaced",
    versions: versions.filter(({ served }) => served).map(({ name }) => name),
  };
}

/** The text of the index: a line for each kind, so that two branches which add kinds can be merged. */
export function indexText(kinds: readonly IndexedKind[]): string {
  const lines = kinds.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)).map((one) => JSON.stringify(one));
  return `[\n${lines.join(",\n")}\n]\n`;
}

/** @throws SyntaxError or TypeError where it is not such a text. */
export function readIndex(text: string): IndexedKind[] {
  const read = JSON.parse(text) as IndexedKind[];
  const isRight = (one: IndexedKind): boolean =>
    [one.group, one.kind].every((name) => typeof name === "string" && /^[A-Za-z0-9.-]+$/.test(name)) &&
    typeof one.namespaced === "boolean" &&
    one.versions.every((version) => typeof version === "string");
  if (!Array.isArray(read) || !read.every(isRight)) throw new TypeError("it is not a list of kinds");
  return read;
}

function keyOf({ group, kind }: IndexedKind): string {
  return `${group}/${kind}`;
}
