import { mapOf, type Json, type JsonObject } from "@kit/kube";
import { isSameScalar } from "../same-scalar.ts";
import { entriesOf } from "./entries-of.ts";
import { deep, tokens, type Segment } from "./claim.ts";
import { claim, everything, type DeclaringField } from "./declared.ts";
import { fieldSpecKind, fieldSpecPath } from "./field-spec.ts";

const metadata = tokens("metadata", "labels");
const templates: readonly Segment[] = [deep, ...tokens("metadata", "labels")];
const selectors: readonly (readonly Segment[])[] = [
  tokens("spec", "selector"),
  [deep, ...tokens("matchLabels")],
  [deep, ...tokens("podSelector")],
];

/** What `labels` and `commonLabels` declare: labels of theirs, in templates and selectors where they say so. */
export function readLabels(field: DeclaringField, value: Json | undefined): void {
  for (const [entry] of entriesOf(value)) {
    const pairs = mapOf(entry["pairs"]);
    const inSelectors = entry["includeSelectors"] === true;
    const inTemplates =
      inSelectors || entry["includeTemplates"] === true || entry["includeVolumeClaimTemplates"] === true;
    addPairs(field, pairs, [inTemplates ? templates : metadata, ...(inSelectors ? selectors : [])]);
    addToSpecs(
      field,
      pairs,
      entriesOf(entry["fields"]).map(([spec]) => spec),
    );
  }
}

export function readCommonLabels(field: DeclaringField, value: Json | undefined, specs: readonly JsonObject[]): void {
  addPairs(field, mapOf(value), [templates, ...selectors]);
  addToSpecs(field, mapOf(value), specs);
}

export function readCommonAnnotations(
  field: DeclaringField,
  value: Json | undefined,
  specs: readonly JsonObject[],
): void {
  addPairs(field, mapOf(value), [[deep, ...tokens("metadata", "annotations")]]);
  addToSpecs(field, mapOf(value), specs);
}

function addPairs(field: DeclaringField, pairs: JsonObject, places: readonly (readonly Segment[])[]): void {
  for (const [key, value] of Object.entries(pairs)) {
    for (const place of places) claim(field, everything, [...place, ...tokens(key)], isValue(value));
  }
}

/** To fields of these specs, for transformers and `configurations`. */
export function addToSpecs(field: DeclaringField, pairs: JsonObject, specs: readonly JsonObject[]): void {
  for (const [key, value] of Object.entries(pairs)) {
    for (const spec of specs) {
      claim(field, fieldSpecKind(spec), [...fieldSpecPath(spec), ...tokens(key)], isValue(value));
    }
  }
}

/** `buildMetadata`: what kustomize notes of itself. */
export function readBuildMetadata(field: DeclaringField): void {
  for (const key of ["config.kubernetes.io/origin", "alpha.config.kubernetes.io/transformations"]) {
    claim(field, everything, tokens("metadata", "annotations", key));
  }
  claim(field, everything, tokens("metadata", "labels", "app.kubernetes.io/managed-by"));
}

function isValue(value: Json) {
  return {
    type: "value",
    accepts: (_: Json | undefined, rendered: Json | undefined) => isSameScalar(rendered, value),
  } as const;
}
