import { defineRisk } from "../../judge/define-risk.ts";
import { movedInTemplate } from "../../judge/orders.ts";

export const orderMeans = defineRisk({
  id: "order-means",
  class: "caution",
  title: "a list of a pod has another order, which means something",
  run: (change) =>
    movedInTemplate(change).meaning.map((path) => ({
      paths: [path],
      reason: path.includes(".env[")
        ? "a variable stands elsewhere: what is written as $(NAME) needs the variables above it"
        : "the init containers run in another order",
    })),
});
