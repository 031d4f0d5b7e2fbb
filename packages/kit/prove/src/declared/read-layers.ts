import { isMap, listOf, mapOf, textOf, type Json, type JsonObject } from "@kit/kube";
import { entriesOf } from "./entries-of.ts";
import type { Layer } from "../layer.ts";
import { pathText } from "../path-text.ts";
import type { Effect } from "./claim.ts";
import { claim, type Declared, type DeclaringField } from "./declared.ts";
import { fieldSpecKind, fieldSpecPath } from "./field-spec.ts";
import { readGenerator } from "./generators.ts";
import { readImages } from "./images.ts";
import { readBuildMetadata, readCommonAnnotations, readCommonLabels, readLabels } from "./labels.ts";
import { readAffix } from "./names.ts";
import { readPatch, readStrategicPatches } from "./patches.ts";
import { readReplacements, readVariables } from "./replacements.ts";
import { readReplicas } from "./replicas.ts";
import { readPlugins } from "./transformers.ts";

/** What the kustomizations of an overlay declare, all of them together: who is inside whom is not asked. */
export function readLayers(layers: readonly Layer[]): Declared {
  const declared: Declared = {
    claims: [],
    removals: [],
    own: [],
    prefixes: [],
    suffixes: [],
    variables: [],
    unknownObjects: [],
    unreadable: [],
  };
  for (const layer of layers) readLayer(declared, layer);
  return declared;
}

function readLayer(declared: Declared, layer: Layer): void {
  const { content, file, below } = layer;
  const documentsOf = (path: string): readonly Json[] | undefined => layer.documents.get(path);
  const field = (name: string, index?: number): DeclaringField => {
    const place = index === undefined ? [name] : [name, index];
    return { declared, file, place, by: `${file}, ${pathText(place)}`, below, documentsOf };
  };
  readResources(field, content);
  const generatorOptions = mapOf(content["generatorOptions"]);
  for (const [name, kind] of [
    ["configMapGenerator", "ConfigMap"],
    ["secretGenerator", "Secret"],
  ] as const) {
    for (const [entry, index] of entriesOf(content[name]))
      readGenerator(field(name, index), entry, kind, generatorOptions);
  }
  for (const name of ["helmCharts", "helmChartInflationGenerator"]) {
    for (const [, index] of entriesOf(content[name])) declared.unknownObjects.push(field(name, index).by);
  }
  readPlugins(field("generators"), listOf(content["generators"]));
  for (const name of ["namePrefix", "nameSuffix"] as const) {
    const specs = specsOf(field("configurations"), content, name);
    readAffix(field(name), name === "namePrefix" ? "prefixes" : "suffixes", textOf(content[name]), specs);
  }
  if (layer.reaches) readChanges(field, content);
}

type FieldOf = (name: string, index?: number) => DeclaringField;

/** What of a kustomization changes objects that pass through it. */
function readChanges(field: FieldOf, content: JsonObject): void {
  const specs = (name: string): JsonObject[] => specsOf(field("configurations"), content, name);
  listOf(content["patchesStrategicMerge"]).forEach((entry, index) => {
    readStrategicPatches(field("patchesStrategicMerge", index), [entry]);
  });
  for (const name of ["patches", "patchesJson6902"]) {
    for (const [entry, index] of entriesOf(content[name])) readPatch(field(name, index), entry);
  }
  readLabels(field("labels"), content["labels"]);
  readCommonLabels(field("commonLabels"), content["commonLabels"], [...specs("commonLabels"), ...specs("labels")]);
  readCommonAnnotations(field("commonAnnotations"), content["commonAnnotations"], specs("commonAnnotations"));
  if (listOf(content["buildMetadata"]).length > 0) readBuildMetadata(field("buildMetadata"));
  readReplicas(field("replicas"), content["replicas"], specs("replicas"));
  readImages(field("images"), listOf(content["images"]), specs("images"));
  readReplacements(field("replacements"), listOf(content["replacements"]));
  readVariables(field("vars"), content["vars"]);
  addNamespace(field("namespace"), content["namespace"], specs("namespace"));
  readPlugins(field("transformers"), listOf(content["transformers"]));
  listOf(content["components"]).forEach((entry, index) => {
    const { declared, documentsOf, by } = field("components", index);
    const isKnown = typeof entry === "string" && documentsOf(entry) !== undefined;
    if (!isKnown) declared.unreadable.push(`${by}: it is not of this repository`);
  });
}

/** Fields that `configurations` adds to those with the namespace. Everywhere else it has to be the environment's. */
function addNamespace(field: DeclaringField, namespace: Json | undefined, specs: readonly JsonObject[]): void {
  const effect: Effect = { type: "value", accepts: (_, rendered) => rendered === namespace };
  for (const spec of specs) claim(field, fieldSpecKind(spec), fieldSpecPath(spec), effect);
}

function readResources(field: FieldOf, content: JsonObject): void {
  for (const name of ["resources", "bases"]) {
    listOf(content[name]).forEach((entry, index) => {
      const { declared, documentsOf, by } = field(name, index);
      const documents = typeof entry === "string" ? documentsOf(entry) : [];
      if (documents === undefined) declared.unknownObjects.push(by);
      for (const one of (documents ?? []).flatMap(objectsOf)) declared.own.push(one);
    });
  }
}

function objectsOf(document: Json): Declared["own"] {
  if (!isMap(document)) return [];
  const items = document["items"];
  if (Array.isArray(items)) return (items as readonly Json[]).flatMap(objectsOf);
  const name = textOf(mapOf(document["metadata"])["name"]);
  const [apiVersion = "", kind] = [textOf(document["apiVersion"]), textOf(document["kind"])];
  return name === undefined || kind === undefined ? [] : [{ apiVersion, kind, name, generated: false }];
}

/** Field specs of the files that `configurations` names. */
function specsOf({ documentsOf }: DeclaringField, content: JsonObject, name: string): JsonObject[] {
  const files = listOf(content["configurations"]).filter((path) => typeof path === "string");
  const documents = files.flatMap((path) => documentsOf(path) ?? []);
  return documents.flatMap((document) => entriesOf(mapOf(document)[name]).map(([spec]) => spec));
}
