import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { isList, isMap, type Json, type JsonObject } from "@kit/kube";
import { componentsOf, resourcesOf } from "@kit/kustomize";
import { kustomizationsOf, type OwnKustomization } from "./kustomizations-of.ts";
import { findKustomization, parseDocuments, parseKustomization } from "./parse-kustomization.ts";

/** A kustomization that people wrote, and what it names. */
export interface OverlayLayer {
  /** From the repository's root: `overlays/prod/kustomization.yaml`. */
  readonly file: string;
  readonly content: JsonObject;
  /**
   * The documents of what it names by its path, or has in place as text: by that path or text as it is written there.
   * Undefined where nobody can tell them, as of another repository's.
   */
  readonly documents: ReadonlyMap<string, readonly Json[] | undefined>;
  /** Whether objects of `generated/` pass through it. */
  readonly reaches: boolean;
  /** Whether its declarations are done before the environment's component is. */
  readonly below: boolean;
}

export interface OverlayLayers {
  readonly layers: readonly OverlayLayer[];
  /** The one that builds the environment's component in; undefined where none does. */
  readonly builds: OverlayLayer | undefined;
}

/**
 * The kustomizations that an overlay consists of, with what they name: its own, and those of the folders and components
 * of the repository that it is built from. What is below `generated/` is none of them.
 *
 * @param component Of the environment: `generated/environments/dev`.
 * @throws UserError where one is not YAML, with line and column.
 */
export function overlayLayers(root: string, file: string, component: string): OverlayLayers {
  const all = kustomizationsOf(root, file).map((one) => [dirname(one.file), one] as const);
  const top = nodeOf({ root, byFolder: new Map(all) }, dirname(file), [])!;
  const found: Flattening["found"] = { layers: [], builds: undefined };
  flatten(top, { found, component, below: false, reaches: reaches(top) });
  return found;
}

/** A kustomization, and what it builds on. */
interface Node {
  readonly file: string;
  readonly content: JsonObject;
  readonly documents: ReadonlyMap<string, readonly Json[] | undefined>;
  readonly resources: readonly Part[];
  readonly components: readonly Part[];
}

/** A folder of the repository; a node where people write it. */
interface Part {
  readonly folder: string;
  readonly node: Node | undefined;
}

interface Own {
  readonly root: string;
  readonly byFolder: ReadonlyMap<string, OwnKustomization>;
}

/** Undefined where there is no kustomization, or it is built from itself. */
function nodeOf(own: Own, folder: string, above: readonly string[]): Node | undefined {
  const found = above.includes(folder) ? undefined : own.byFolder.get(folder);
  if (found === undefined) return undefined;
  const content = found.content as JsonObject;
  const parts = (paths: readonly string[]): Part[] =>
    paths.flatMap((part): Part[] => {
      if (part.startsWith("generated/")) return [{ folder: part, node: undefined }];
      const node = nodeOf(own, part, [...above, folder]);
      return node === undefined ? [] : [{ folder: part, node }];
    });
  return {
    file: found.file,
    content,
    documents: documentsOf(own.root, folder, content),
    resources: parts(resourcesOf(folder, content)),
    components: parts(componentsOf(folder, content)),
  };
}

function reaches({ resources, components }: Node): boolean {
  return [...resources, ...components].some(({ node }) => node === undefined || reaches(node));
}

interface Flattening {
  readonly found: { readonly layers: OverlayLayer[]; builds: OverlayLayer | undefined };
  readonly component: string;
  readonly below: boolean;
  readonly reaches: boolean;
}

function flatten(node: Node, at: Flattening): void {
  const { file, content, documents, resources, components } = node;
  const layer = { file, content, documents, reaches: at.reaches, below: at.below };
  at.found.layers.push(layer);
  const own = components.findIndex(({ folder }) => folder === at.component);
  if (own >= 0) at.found.builds ??= layer;
  for (const part of resources) {
    const below = at.below || own >= 0;
    if (part.node !== undefined) flatten(part.node, { ...at, below, reaches: reaches(part.node) });
  }
  components.forEach((part, index) => {
    // A component changes what the kustomization has that names it.
    if (part.node !== undefined) flatten(part.node, { ...at, below: at.below || index < own });
  });
}

/** What a kustomization names by a path or has in place as text: the documents of each. */
function documentsOf(root: string, folder: string, content: JsonObject): Map<string, readonly Json[] | undefined> {
  const found = new Map<string, readonly Json[] | undefined>();
  const add = (text: string): readonly Json[] | undefined => {
    if (!found.has(text)) found.set(text, documentsAt(root, folder, text));
    return found.get(text);
  };
  for (const field of pathFields) textsIn(content[field]).forEach(add);
  for (const field of entryFields) mapsIn(content[field]).flatMap(textsOfEntry).forEach(add);
  for (const field of pluginFields) {
    const configs = textsIn(content[field]).flatMap((text) => add(text) ?? []);
    configs
      .filter((one) => isMap(one))
      .flatMap(textsOfPlugin)
      .forEach(add);
  }
  return found;
}

const pathFields = ["resources", "bases", "components", "patchesStrategicMerge", "configurations"];
const entryFields = ["patches", "patchesJson6902", "replacements"];
const pluginFields = ["transformers", "generators"];

function textsOfEntry({ path, patch, jsonOp }: JsonObject): string[] {
  return [path, patch, jsonOp].filter((text) => typeof text === "string");
}

function textsOfPlugin(config: JsonObject): string[] {
  const { paths, patches, replacements } = config;
  const inline = typeof patches === "string" ? [patches] : [];
  return [...textsOfEntry(config), ...inline, ...textsIn(paths), ...mapsIn(replacements).flatMap(textsOfEntry)];
}

function documentsAt(root: string, folder: string, text: string): readonly Json[] | undefined {
  if (text.includes("\n") || /^\s*[[{]/.test(text)) return parseDocuments(text) as Json[] | undefined;
  const path = posix.normalize(posix.join(folder, text)).replace(/\/$/, "");
  if (path.startsWith("generated/")) return [];
  if (!existsSync(join(root, path))) return undefined;
  if (!isFolder(root, path)) return parseDocuments(readFileSync(join(root, path), "utf8")) as Json[] | undefined;
  return documentsBelow(root, path);
}

/** What the files of a folder's kustomization have; its own folders are layers of their own. */
function documentsBelow(root: string, folder: string): readonly Json[] | undefined {
  const file = findKustomization(root, folder);
  if (file === undefined) return undefined;
  return textsIn(parseKustomization(root, file)["resources"] as Json | undefined).flatMap(
    (path) => documentsAt(root, folder, path) ?? [],
  );
}

function isFolder(root: string, path: string): boolean {
  return existsSync(join(root, path)) && statSync(join(root, path)).isDirectory();
}

function textsIn(value: Json | undefined): string[] {
  return isList(value) ? value.filter((one) => typeof one === "string") : [];
}

function mapsIn(value: Json | undefined): JsonObject[] {
  return isList(value) ? value.filter((one) => isMap(one)) : [];
}
