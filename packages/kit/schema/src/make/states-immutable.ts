import type { OpenApiSchema } from "./open-api.ts";

// What descriptions say where it is so from the first value on.
const words =
  /(field|spec)( itself)? is immutable|, and is immutable|must be immutable|may not be changed through updates|cannot be updated once set|once set, it can not be changed/i;

// They speak of a Pod. The same types are in the templates of workloads, which may change.
const ofPods = /\.(PodSpec|PodResourceClaim|ResourceRequirements)$/;
// Of these the description says so in words that others use for what only a Pod must keep.
const named: Readonly<Record<string, readonly string[]>> = { ObjectMeta: ["name", "namespace"] };

/**
 * Whether the API states that a field cannot be changed: in the rule `self == oldSelf` of a custom resource, or in
 * the field's description.
 *
 * @param owner The name of the schema that has the field.
 */
export function statesImmutable(owner: string, field: string, schema: OpenApiSchema): boolean {
  const rules = schema["x-kubernetes-validations"] ?? [];
  if (rules.some(({ rule }) => rule.replaceAll(/\s/g, "") === "self==oldSelf")) return true;
  if (ofPods.test(owner)) return false;
  return named[owner.split(".").at(-1)!]?.includes(field) === true || words.test(schema.description ?? "");
}
