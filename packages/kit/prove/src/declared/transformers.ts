import { listOf, mapOf, textOf, type Json, type JsonObject } from "@kit/kube";
import { entriesOf } from "./entries-of.ts";
import { claim, type DeclaringField } from "./declared.ts";
import { readGenerator } from "./generators.ts";
import { readImages } from "./images.ts";
import { addToSpecs } from "./labels.ts";
import { readAffix } from "./names.ts";
import { readPatch, readStrategicPatches } from "./patches.ts";
import { fieldPath, readReplacements } from "./replacements.ts";
import { readReplicas } from "./replicas.ts";
import { selectorOf } from "./selector.ts";

type Read = (field: DeclaringField, config: JsonObject) => void;

// kustomize's own transformers and generators (sigs.k8s.io/kustomize/api/internal/builtins), each a field of a
// kustomization with the fields of objects that it is for. One of a namespace declares nothing: that is the environment's.
const builtIn: Readonly<Record<string, Read>> = {
  AnnotationsTransformer: (field, { annotations, fieldSpecs }) =>
    addToSpecs(field, mapOf(annotations), specsOf(fieldSpecs)),
  LabelTransformer: (field, { labels, fieldSpecs }) => addToSpecs(field, mapOf(labels), specsOf(fieldSpecs)),
  ImageTagTransformer: (field, { imageTag, fieldSpecs }) => readImages(field, [mapOf(imageTag)], specsOf(fieldSpecs)),
  PatchTransformer: readPatch,
  PatchJson6902Transformer: readPatch,
  PatchStrategicMergeTransformer: (field, { paths, patches }) => {
    readStrategicPatches(field, [...listOf(paths), ...(textOf(patches) === undefined ? [] : [patches!])]);
  },
  PrefixTransformer: (field, { prefix, fieldSpecs }) =>
    readAffix(field, "prefixes", textOf(prefix), specsOf(fieldSpecs)),
  SuffixTransformer: (field, { suffix, fieldSpecs }) =>
    readAffix(field, "suffixes", textOf(suffix), specsOf(fieldSpecs)),
  PrefixSuffixTransformer: (field, { prefix, suffix, fieldSpecs }) => {
    readAffix(field, "prefixes", textOf(prefix), specsOf(fieldSpecs));
    readAffix(field, "suffixes", textOf(suffix), specsOf(fieldSpecs));
  },
  ReplicaCountTransformer: (field, { replica, fieldSpecs }) =>
    readReplicas(field, [mapOf(replica)], specsOf(fieldSpecs)),
  ReplacementTransformer: (field, { replacements }) => readReplacements(field, listOf(replacements)),
  ValueAddTransformer: (field, { targets }) => {
    for (const [{ selector, fieldPath: path }] of entriesOf(targets)) {
      claim(field, selectorOf(mapOf(selector)), fieldPath((textOf(path) ?? "metadata.name").replaceAll("/", ".")));
    }
  },
  HashTransformer: () => {},
  NamespaceTransformer: () => {},
  SortOrderTransformer: () => {},
  LegacyOrderTransformer: () => {},
  ConfigMapGenerator: (field, config) => readGenerator(field, named(config), "ConfigMap", {}),
  SecretGenerator: (field, config) => readGenerator(field, named(config), "Secret", {}),
};

/** What entries of `transformers` and `generators` declare: configurations in place, or the paths of some. */
export function readPlugins(field: DeclaringField, entries: readonly Json[]): void {
  for (const entry of entries) {
    const documents = field.documentsOf(textOf(entry) ?? "");
    if (documents === undefined) field.declared.unreadable.push(`${field.by}: it cannot be read`);
    for (const [config] of entriesOf(documents)) readPlugin(field, config);
  }
}

function readPlugin(field: DeclaringField, config: JsonObject): void {
  const kind = textOf(config["kind"]) ?? "";
  const read = config["apiVersion"] === "builtin" && Object.hasOwn(builtIn, kind) ? builtIn[kind] : undefined;
  if (read !== undefined) read(field, config);
  else if (field.place[0] === "generators") field.declared.unknownObjects.push(field.by);
  else field.declared.unreadable.push(`${field.by}: what a ${kind} changes is not known`);
}

/** A generator in a file of its own has its name in its metadata. */
function named(config: JsonObject): JsonObject {
  return { name: mapOf(config["metadata"])["name"] ?? null, ...config };
}

function specsOf(value: Json | undefined): JsonObject[] {
  return entriesOf(value).map(([spec]) => spec);
}
