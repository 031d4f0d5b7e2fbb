import { isBuiltIn, typeMetaOf } from "./identity.ts";
import type { JsonObject } from "./json.ts";
import { at, mapOf, type Loose } from "./loose.ts";
import { podTemplatesOf, type PodTemplate } from "./pod-template.ts";
import { selects, selectsPods } from "./selector.ts";
import { workloadKindOf, type FieldPath, type WorkloadKind } from "./workload-kinds.ts";

/**
 * How an object that makes pods says so: as its kind is known or declared. A custom resource that nobody describes is taken as a
 * Deployment has it, where its pod template is in `spec.template`; undefined of all others.
 */
export function workloadOf(object: Loose): WorkloadKind | undefined {
  const { apiVersion, kind } = typeMetaOf(object as JsonObject);
  const known = workloadKindOf(apiVersion, kind);
  if (known !== undefined || isBuiltIn(apiVersion)) return known;
  if (!podTemplatesOf(object).some(({ path }) => path.join(".") === "spec.template")) return undefined;
  if (kind.endsWith("Job")) return { template: alike.template, rolls: false, ends: true };
  return typeof at(object, "spec", "replicas") === "number" ? { ...alike, replicas: ["spec", "replicas"] } : alike;
}

const alike: WorkloadKind = { template: ["spec", "template"], selector: ["spec", "selector"], rolls: true };

/**
 * The pod template of an object whose pods are replaced when the template changes, and where it is. A Job's template cannot
 * change, a CronJob's next run reads afresh, and a ReplicaSet leaves its pods alone.
 */
export function rollingTemplateOf(object: Loose): (PodTemplate & { readonly path: FieldPath }) | undefined {
  const workload = workloadOf(object);
  if (workload?.rolls !== true) return undefined;
  const place = workload.template.join(".");
  const found = podTemplatesOf(object).find(({ path }) => path.join(".") === place);
  return found === undefined ? undefined : { ...found, path: workload.template };
}

/**
 * How many pods an object asks for, 1 where it says nothing, as every API has it that has such a field. Undefined where its
 * kind has no number.
 */
export function statedReplicas(object: Loose): number | undefined {
  const path = workloadOf(object)?.replicas;
  if (path === undefined) return undefined;
  const stated = at(object, ...path);
  return typeof stated === "number" ? stated : 1;
}

/** Whether an object's own selector takes pods with these labels; undefined where it has none. */
export function isSelectedBy(object: Loose, labels: Loose): boolean | undefined {
  const path = workloadOf(object)?.selector;
  const selector = path === undefined ? undefined : at(object, ...path);
  if (selector === undefined || Object.keys(mapOf(selector)).length === 0) return undefined;
  const { matchLabels, matchExpressions } = mapOf(selector);
  // The older form, as a Service has it.
  if (matchLabels === undefined && matchExpressions === undefined) return selectsPods(mapOf(selector), labels);
  return selects(selector, labels);
}
