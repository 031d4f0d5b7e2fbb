import { findKind, type Path, type TypeSchema } from "@kit/schema";
import { isBuiltIn, typeMetaOf } from "./identity.ts";
import { isMap } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import { at, listOf, mapOf, type Loose } from "./loose.ts";
import { workloadKindOf } from "./workload-kinds.ts";

/** What an object makes pods from, of a Pod the object itself. */
export interface PodTemplate {
  /** Where it is in the object. */
  readonly path: Path;
  readonly template: Loose;
}

/** Where objects of a kind of Kubernetes' own have their pod template; undefined of kinds that make no pods. */
export function podTemplatePath(apiVersion: string, kind: string): readonly string[] | undefined {
  return isBuiltIn(apiVersion) ? workloadKindOf(apiVersion, kind)?.template : undefined;
}

/**
 * What an object makes pods from. A custom resource may have several: that of a kind that is known or declared is where the kind
 * has it, and of all others they are fields with a name that ends in `template`, anywhere in the spec, with containers in them.
 */
export function podTemplatesOf(object: unknown): PodTemplate[] {
  return templatesBy(object, isPodTemplate);
}

/** The first of them. */
export function podTemplateOf(object: unknown): PodTemplate | undefined {
  return podTemplatesOf(object)[0];
}

/**
 * The labels of the pods that an object makes, a map for each kind of pods. A custom resource's template counts also
 * without containers, which its operator may fill in.
 */
export function podLabelsOf(object: unknown): Loose[] {
  const found = templatesBy(object, (value) => at(value, "metadata", "labels") !== undefined);
  return found.map(({ template }) => mapOf(at(template, "metadata", "labels")));
}

function templatesBy(object: unknown, isOne: (value: unknown) => boolean): PodTemplate[] {
  const { apiVersion, kind } = typeMetaOf(mapOf(object) as JsonObject);
  const path = workloadKindOf(apiVersion, kind)?.template;
  const template = path === undefined ? undefined : at(object, ...path);
  if (isBuiltIn(apiVersion)) return isMap(template as Json) ? [{ path: path!, template: mapOf(template) }] : [];
  const others = templatesIn(at(object, "spec"), ["spec"], isOne);
  if (path === undefined || !isOne(template)) return others;
  return [{ path, template: mapOf(template) }, ...others.filter((one) => !isWithin(one.path, path))];
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((step, index) => path[index] === step);
}

function templatesIn(value: unknown, path: Path, isOne: (value: unknown) => boolean): PodTemplate[] {
  if (Array.isArray(value)) return listOf(value).flatMap((item, index) => templatesIn(item, [...path, index], isOne));
  return Object.entries(mapOf(value)).flatMap(([field, child]) =>
    isTemplateField(field) && isOne(child)
      ? [{ path: [...path, field], template: mapOf(child) }]
      : templatesIn(child, [...path, field], isOne),
  );
}

/** The names that custom resources give the field of a pod template: `template`, `podTemplate`, `workerPodTemplateSpec`. */
export function isTemplateField(name: string): boolean {
  return /template(?:spec)?$/i.test(name);
}

/** Whether a value has the spec of a pod in it: something with containers. */
export function isPodTemplate(value: unknown): boolean {
  const containers = listOf(at(value, "spec", "containers"));
  return containers.length > 0 && containers.every((one) => isMap(one as Json));
}

export function podTemplateType(): TypeSchema {
  const template = findKind("apps/v1", "Deployment")?.type.fields?.get("spec")?.fields?.get("template");
  if (template === undefined) throw new Error("the table has no pod template");
  return template;
}
