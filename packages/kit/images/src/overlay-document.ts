import { readKustomization, type YamlData } from "@kit/yaml";
import { isMap, isScalar, isSeq, parseDocument, type Document, type Pair, type Scalar, type YAMLMap } from "yaml";

/** An entry of `images:`, as YAML nodes with their places in the text. */
export interface EntryNode {
  readonly index: number;
  /** Undefined where it is not a map of its own: an alias, say. */
  readonly map: EntryMap | undefined;
  /** Its fields as data, with those of merge keys. */
  readonly data: Readonly<Record<string, unknown>>;
}

export type EntryMap = YAMLMap<unknown, unknown>;

/** A field of an entry whose key and value stand in the text. */
export interface TextField {
  readonly key: Scalar;
  readonly value: Scalar;
}

/** What a kustomization says, as kustomize reads it; undefined where it does not. */
export function contentOf(text: string): YamlData | undefined {
  return readKustomization(text)?.data;
}

/** A kustomization as nodes, which know where they stand. What they say is for kustomize's reader to tell. */
function parseOverlay(text: string): Document.Parsed {
  return parseDocument(text, { version: "1.1", prettyErrors: false });
}

/** The entries of `images:` in their order; none where it is not a list. */
export function entryNodes(text: string): EntryNode[] {
  const content = contentOf(text) as { images?: unknown } | null | undefined;
  const images = parseOverlay(text).get("images");
  const data: unknown = content?.images;
  if (!Array.isArray(data)) return [];
  return data.map((entry: unknown, index) => {
    const node = isSeq(images) ? images.items[index] : undefined;
    return { index, map: isMap(node) ? node : undefined, data: (entry ?? {}) as Record<string, unknown> };
  });
}

/** A field of an entry, where it is written in the entry itself. */
export function fieldOf(map: EntryMap, name: string): TextField | undefined {
  return fieldsOf(map).find(({ key }) => key.value === name);
}

/** The fields of an entry in their order that have a scalar for their key, and a value. */
export function fieldsOf(map: EntryMap): TextField[] {
  return map.items
    .filter(({ key, value }) => isScalar(key) && value !== null)
    .map((pair: Pair) => pair as unknown as TextField);
}
