import { defineRisk } from "../../judge/define-risk.ts";
import { isBelow } from "../../judge/fields.ts";
import { meansSomething } from "../../judge/orders.ts";
import { templateOf } from "../../judge/pods.ts";

export const orderMeans = defineRisk({
  id: "order-means",
  class: "caution",
  title: "a list of a pod has another order, which means something",
  run({ op, after, fields }) {
    const template = templateOf(after);
    if (op !== "changed" || template === undefined || template.length === 0) return [];
    return fields
      .filter(
        (field) => field.op === "moved" && isBelow(field.path, template.join(".")) && meansSomething(field, after),
      )
      .map(({ path }) => ({
        paths: [path],
        reason: path.includes(".env[")
          ? "a variable stands elsewhere: what is written as $(NAME) needs the variables above it"
          : "the init containers run in another order",
      }));
  },
});
