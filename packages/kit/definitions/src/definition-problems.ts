import { shown, type Problem } from "@kit/errors";
import type { KindDefinition } from "./definition.ts";
import { isBuiltIn, isMap, listOf, mapOf, type Loose } from "@kit/kube";

/** Whether an object says that it is a CustomResourceDefinition, of whatever version. */
export function isDefinition(data: unknown): data is Loose {
  const { apiVersion, kind } = mapOf(data);
  return kind === "CustomResourceDefinition" && String(apiVersion).startsWith("apiextensions.k8s.io/");
}

/** An object as the definition that it is; undefined where its kind cannot be known by it. */
export function asDefinition(data: unknown): KindDefinition | undefined {
  if (!isDefinition(data) || definitionProblems(data, "").length > 0) return undefined;
  return data as unknown as KindDefinition;
}

/** What is wrong with a CustomResourceDefinition, as far as its kind cannot be known by it. */
export function definitionProblems(data: Loose, where: string): Problem[] {
  const problem = (what: string, next: string): Problem => ({ code: "definition-invalid", what, where, next });
  const name = mapOf(data["metadata"])["name"];
  const called = `the definition ${typeof name === "string" ? name : "without a name"}`;
  if (data["apiVersion"] !== "apiextensions.k8s.io/v1") {
    const what = `${called} is of ${shown(data["apiVersion"])}, which no API server has served since Kubernetes 1.22`;
    return [problem(what, "take the project's definition of apiextensions.k8s.io/v1")];
  }
  const { group, scope, names, versions } = mapOf(data["spec"]);
  const { kind, plural } = mapOf(names);
  const wrong = [
    ...(isDomain(group) ? [] : [`spec.group is ${shown(group)}, and not a DNS-1123 subdomain`]),
    ...(isKindName(kind) ? [] : [`spec.names.kind is ${shown(kind)}, and not the name of a kind`]),
    ...(isLabel(plural) ? [] : [`spec.names.plural is ${shown(plural)}, and not a DNS-1123 label`]),
    ...(scope === "Namespaced" || scope === "Cluster"
      ? []
      : [`spec.scope is ${shown(scope)}, and not Namespaced or Cluster`]),
  ];
  const next = "take the definition as its project publishes it";
  if (wrong.length > 0) return wrong.map((what) => problem(`${called}: ${what}`, next));
  if (isBuiltIn(`${group as string}/v1`)) {
    const what = `${called} is of the group ${group as string}, which is the API server's own`;
    return [problem(what, "leave it out: the kinds of this group are known")];
  }
  if (name !== `${plural as string}.${group as string}`) {
    const what = `${called} has to be called ${plural as string}.${group as string}, after its plural and group`;
    return [problem(what, next)];
  }
  if (listOf(versions).length === 0) return [problem(`${called} has no versions`, next)];
  return listOf(versions)
    .flatMap((version, index) => versionProblems(version, index))
    .map((what) => problem(`${called}: ${what}`, next));
}

function versionProblems(version: unknown, index: number): string[] {
  const { name, served, storage, schema } = mapOf(version);
  const at = `spec.versions[${index}]`;
  if (!isLabel(name)) return [`${at}.name is ${shown(name)}, and not a DNS-1123 label`];
  if (typeof served !== "boolean" || typeof storage !== "boolean") return [`${at} does not say served and storage`];
  const written = mapOf(schema)["openAPIV3Schema"];
  if (!isMap(written)) return [`${at} has no schema.openAPIV3Schema`];
  const fault = structureFault(written, "");
  return fault === undefined ? [] : [`${at}.schema.openAPIV3Schema${fault}`];
}

const types = new Set(["object", "array", "string", "integer", "number", "boolean"]);

/** The first place that is not a structural schema, which the API server refuses as well; undefined where all is. */
function structureFault(schema: unknown, path: string): string | undefined {
  if (!isMap(schema)) return `${path} is ${shown(schema)}, and not a schema`;
  const { $ref, type, properties, items, additionalProperties } = schema;
  if ($ref !== undefined) return `${path} refers to ${shown($ref)}, which no definition may`;
  if (type !== undefined && !types.has(type as string)) return `${path}.type is ${shown(type)}, and not a type`;
  if (properties !== undefined && !isMap(properties)) return `${path}.properties is ${shown(properties)}`;
  for (const [name, field] of Object.entries(mapOf(properties))) {
    const fault = structureFault(field, `${path}.properties.${name}`);
    if (fault !== undefined) return fault;
  }
  if (items !== undefined) return structureFault(items, `${path}.items`);
  if (isMap(additionalProperties)) return structureFault(additionalProperties, `${path}.additionalProperties`);
  return undefined;
}

function isDomain(value: unknown): boolean {
  return (
    typeof value === "string" &&
    value.length <= 253 &&
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+$/.test(value)
  );
}

function isLabel(value: unknown): boolean {
  return typeof value === "string" && /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(value);
}

function isKindName(value: unknown): boolean {
  return typeof value === "string" && /^[A-Za-z][A-Za-z0-9]{0,62}$/.test(value);
}
