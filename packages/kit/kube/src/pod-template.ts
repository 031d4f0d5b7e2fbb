import { findKind, groupOf, isBuiltInGroup, type TypeSchema } from "@kit/schema";
import { typeMetaOf } from "./identity.ts";
import { isList, isMap } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";

/** The names that custom resources give the field of a pod template: `template`, `podTemplate`, `workerPodTemplateSpec`. */
export function isTemplateField(name: string): boolean {
  return /template(?:spec)?$/i.test(name);
}

/** Whether a value has the spec of a pod in it: something with containers. */
export function isPodTemplate(value: Json | undefined): boolean {
  const spec = isMap(value) ? value["spec"] : undefined;
  const containers = isMap(spec) ? spec["containers"] : undefined;
  return isList(containers) && containers.length > 0 && containers.every(isMap);
}

export function podTemplateType(): TypeSchema {
  const template = findKind("apps/v1", "Deployment")?.type.fields?.get("spec")?.fields?.get("template");
  if (template === undefined) throw new Error("the table has no pod template");
  return template;
}

/** A Job's template cannot change, a CronJob's next run reads afresh. */
const rolling = new Set(["Deployment", "StatefulSet", "DaemonSet"]);

/**
 * The pod template of an object whose pods are replaced when the template changes: of a Deployment, a StatefulSet, a
 * DaemonSet, and of a custom resource with `spec.template`, such as Argo's Rollout or Knative's Service.
 */
export function rollingTemplateOf(object: JsonObject): JsonObject | undefined {
  const { spec } = object;
  const { apiVersion, kind } = typeMetaOf(object);
  const group = groupOf(apiVersion);
  const isCustom = !isBuiltInGroup(group);
  const rolls = isCustom ? !kind.endsWith("Job") : group === "apps" && rolling.has(kind);
  const template = isMap(spec) ? spec["template"] : undefined;
  return rolls && isMap(template) && (!isCustom || isPodTemplate(template)) ? template : undefined;
}
