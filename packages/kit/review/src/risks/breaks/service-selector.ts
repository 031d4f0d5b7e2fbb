import { selectsPods, type Loose } from "@kit/kube";
import { dataAt } from "../../data.ts";
import { changesAt, valueText } from "../../judge/fields.ts";
import { defineRisk, type RiskContext } from "../../judge/define-risk.ts";
import { templateOf } from "../../judge/pods.ts";
import type { ObjectId } from "../../input/identity.ts";

export const serviceSelector = defineRisk({
  id: "service-selector",
  class: "breaks",
  title: "a Service selects other pods",
  run(change, context) {
    const { op, id, before, after } = change;
    if (op !== "changed" || id.group !== "" || id.kind !== "Service") return [];
    const paths = changesAt(change, "spec.selector").map(({ path }) => path);
    if (paths.length === 0) return [];
    const selector = dataAt(after, "spec", "selector");
    const names = selectedBy(selector, id, context);
    const found = names.length === 0 ? "no pod of this environment" : `the pods of ${names.join(", ")}`;
    return [
      {
        paths,
        reason: `the selector was ${labelsText(dataAt(before, "spec", "selector"))}, and is ${labelsText(selector)}`,
        consequence: `all traffic goes to ${found}, at once`,
      },
    ];
  },
});

function selectedBy(selector: Loose, { namespace }: ObjectId, { after }: RiskContext): string[] {
  const [wanted] = Object.values(selector);
  if (typeof wanted !== "string") return [];
  return after.mentioning(wanted).flatMap(({ id, data }) => {
    const template = templateOf(data);
    if (template === undefined || id.namespace !== namespace) return [];
    return selectsPods(selector, dataAt(data, ...template, "metadata", "labels")) ? [id.name] : [];
  });
}

function labelsText(labels: Loose): string {
  const text = Object.entries(labels).map(([key, value]) => `${key}=${String(value)}`);
  return text.length === 0 ? "empty" : valueText(text.join(","));
}
