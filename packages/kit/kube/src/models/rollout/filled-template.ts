import { at, mapOf, textOf, type Loose } from "../../loose.ts";
import { podTemplateOf, podTemplatePath } from "../../pod-template.ts";
import { defaulted } from "../defaults/defaulted.ts";

/**
 * The pod template as the server fills it in; that of a Pod is the Pod. Of a custom resource as its operator has to. Two
 * states of a workload have one exactly where their pods are the same to the controllers. Order counts in every list, and texts
 * are compared as texts, as in `EqualIgnoreHash` of pkg/controller/deployment/util. Undefined where an object makes no pods.
 */
export function filledTemplate(object: Loose): Loose | undefined {
  const own = podTemplatePath(textOf(object["apiVersion"]) ?? "", textOf(object["kind"]) ?? "");
  if (own !== undefined) {
    const found = at(defaulted(object), ...own);
    return found === undefined ? undefined : mapOf(found);
  }
  const template = podTemplateOf(object)?.template;
  if (template === undefined) return undefined;
  return mapOf(defaulted({ apiVersion: "v1", kind: "PodTemplate", template })["template"]);
}
