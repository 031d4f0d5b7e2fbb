import type { Loose } from "@kit/kube";
import { dataAt } from "../../data.ts";
import { changesAt, valueText } from "../../judge/fields.ts";
import { behind, reachedServices } from "../../judge/endpoints.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const serviceSelector = defineRisk({
  id: "service-selector",
  class: "caution",
  title: "a Service selects other pods",
  run(change, context) {
    const { op, id, before, after } = change;
    if (op !== "changed" || id.group !== "" || id.kind !== "Service") return [];
    const paths = changesAt(change, "spec.selector").map(({ path }) => path);
    if (paths.length === 0) return [];
    const selector = dataAt(after, "spec", "selector");
    const reached = reachedServices(change, context)[0];
    const [was, is] = reached === undefined ? [[], []] : [behind(reached.before), behind(reached.after)];
    // endpoints-same says it.
    if (is.length > 0 && was.join() === is.join()) return [];
    const consequence =
      is.length === 0
        ? "its traffic goes to no pod of this environment"
        : `all traffic goes to the pods of ${is.join(", ")}, at once`;
    return [
      {
        paths,
        reason: `the selector was ${labelsText(dataAt(before, "spec", "selector"))}, and is ${labelsText(selector)}`,
        consequence,
      },
    ];
  },
});

function labelsText(labels: Loose): string {
  const text = Object.entries(labels).map(([key, value]) => `${key}=${String(value)}`);
  return text.length === 0 ? "empty" : valueText(text.join(","));
}
