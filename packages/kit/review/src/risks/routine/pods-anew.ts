import { rollout } from "@kit/kube";
import { defineRisk } from "../../judge/define-risk.ts";
import { isBelow } from "../../judge/fields.ts";
import { templateOf } from "../../judge/pods.ts";

export const podsAnew = defineRisk({
  id: "pods-anew",
  class: "routine",
  title: "what a workload makes its pods of changes",
  isOfRest: true,
  run({ op, before, after, fields }) {
    const template = templateOf(after);
    if (op !== "changed" || template === undefined || template.length === 0) return [];
    const pods = rollout(before!, after!)?.pods;
    if (pods === undefined || pods.type === "refused") return [];
    const paths = fields.map(({ path }) => path).filter((path) => isBelow(path, template.join(".")));
    const places = paths.map((path) => path.slice(template.join(".").length + 1).replace(/^spec\./, ""));
    const shown = places.length > most + 1 ? places.slice(0, most) : places;
    const more = shown.length < places.length ? `, and ${places.length - shown.length} more fields` : "";
    return paths.length === 0 ? [] : [{ paths, reason: `its pods have another ${shown.join(", ")}${more}` }];
  },
});

/** Of places that are told. */
const most = 3;
