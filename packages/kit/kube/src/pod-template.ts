import { findKind, groupOf, isBuiltInGroup } from "@kit/schema";
import type { Path, TypeSchema } from "@kit/schema";
import { isBuiltIn, typeMetaOf } from "./identity.ts";
import { isMap } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import { at, listOf, mapOf, type Loose } from "./loose.ts";

/** What an object makes pods from, of a Pod the object itself. */
export interface PodTemplate {
  /** Where it is in the object. */
  readonly path: Path;
  readonly template: Loose;
}

const inSpec = ["spec", "template"];

/** The kinds of Kubernetes' own that make pods. A PodTemplate makes none, and nothing uses it. */
const own: Readonly<Record<string, readonly string[]>> = {
  "/Pod": [],
  "/ReplicationController": inSpec,
  "apps/DaemonSet": inSpec,
  "apps/Deployment": inSpec,
  "apps/ReplicaSet": inSpec,
  "apps/StatefulSet": inSpec,
  "batch/CronJob": ["spec", "jobTemplate", "spec", "template"],
  "batch/Job": inSpec,
};

/** Where objects of a kind of Kubernetes' own have their pod template; undefined of kinds that make no pods. */
export function podTemplatePath(apiVersion: string, kind: string): readonly string[] | undefined {
  const key = `${groupOf(apiVersion)}/${kind}`;
  return Object.hasOwn(own, key) ? own[key] : undefined;
}

/**
 * What an object makes pods from. A custom resource, such as Argo's Rollout or KEDA's ScaledJob, may have several: they are
 * fields with a name that ends in `template`, anywhere in its spec, with containers in them.
 */
export function podTemplatesOf(object: unknown): PodTemplate[] {
  const { apiVersion, kind } = typeMetaOf(mapOf(object) as JsonObject);
  if (!isBuiltIn(apiVersion)) return templatesIn(at(object, "spec"), ["spec"]);
  const path = podTemplatePath(apiVersion, kind);
  const template = path === undefined ? undefined : at(object, ...path);
  return isMap(template as Json) ? [{ path: path!, template: mapOf(template) }] : [];
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
  const { apiVersion } = typeMetaOf(mapOf(object) as JsonObject);
  const found = isBuiltIn(apiVersion)
    ? podTemplatesOf(object)
    : templatesIn(at(object, "spec"), ["spec"], (value) => at(value, "metadata", "labels") !== undefined);
  return found.map(({ template }) => mapOf(at(template, "metadata", "labels")));
}

function templatesIn(value: unknown, path: Path, isOne: (value: unknown) => boolean = isPodTemplate): PodTemplate[] {
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

/** A Job's template cannot change, a CronJob's next run reads afresh, and a ReplicaSet leaves its pods alone. */
const rolling = new Set(["Deployment", "StatefulSet", "DaemonSet"]);

/**
 * The pod template of an object whose pods are replaced when the template changes: of a Deployment, a StatefulSet, a
 * DaemonSet, and of a custom resource with `spec.template`, such as Argo's Rollout or Knative's Service.
 */
export function rollingTemplateOf(object: Loose): JsonObject | undefined {
  const { apiVersion, kind } = typeMetaOf(object as JsonObject);
  const group = groupOf(apiVersion);
  const rolls = isBuiltInGroup(group) ? group === "apps" && rolling.has(kind) : !kind.endsWith("Job");
  const found = rolls ? podTemplatesOf(object).find(({ path }) => path.join(".") === inSpec.join(".")) : undefined;
  return found?.template as JsonObject | undefined;
}
