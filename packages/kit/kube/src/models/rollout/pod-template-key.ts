import { at, mapOf, textOf, type Loose } from "../../loose.ts";
import { podTemplateOf, podTemplatePath } from "../../pod-template.ts";
import { defaulted } from "../defaults/defaulted.ts";

/**
 * A text that two states of a workload have in common exactly where their pods are the same to the controllers: it is the
 * template after the server has filled it in. Order counts in every list, and texts are compared as texts, as in
 * `EqualIgnoreHash` of pkg/controller/deployment/util. Undefined where an object makes no pods.
 */
export function podTemplateKey(object: Loose): string | undefined {
  const template = filledTemplate(object);
  return template === undefined ? undefined : canonicalText(template);
}

/** The pod template as the server fills it in; that of a Pod is the Pod. Of a custom resource as its operator has to. */
function filledTemplate(object: Loose): Loose | undefined {
  const own = podTemplatePath(textOf(object["apiVersion"]) ?? "", textOf(object["kind"]) ?? "");
  if (own !== undefined) {
    const found = at(defaulted(object), ...own);
    return found === undefined ? undefined : mapOf(found);
  }
  const template = podTemplateOf(object)?.template;
  if (template === undefined) return undefined;
  return mapOf(defaulted({ apiVersion: "v1", kind: "PodTemplate", template })["template"]);
}

/** JSON with the fields of every map in one order. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${(value as unknown[]).map(canonicalText).join(",")}]`;
  // As JSON has neither, and readers of YAML make both.
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.keys(value).toSorted();
  return `{${fields.map((name) => `${JSON.stringify(name)}:${canonicalText((value as Loose)[name])}`).join(",")}}`;
}
