import { defineRisk } from "../../judge/define-risk.ts";
import { isBelow } from "../../judge/fields.ts";
import { meansSomething } from "../../judge/orders.ts";
import { templateOf } from "../../judge/pods.ts";

export const podOrder = defineRisk({
  id: "pod-order",
  class: "routine",
  title: "a list of a pod has another order",
  run({ op, after, fields }) {
    const template = templateOf(after);
    if (op !== "changed" || template === undefined || template.length === 0) return [];
    const moved = fields.filter((field) => field.op === "moved" && isBelow(field.path, template.join(".")));
    const paths = moved.filter((field) => !meansSomething(field, after)).map(({ path }) => path);
    if (paths.length === 0) return [];
    return [{ paths, reason: "it means the same, and the controller sees a different template" }];
  },
});
