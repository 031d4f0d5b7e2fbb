import { defineRisk } from "../../judge/define-risk.ts";
import { movedInTemplate } from "../../judge/orders.ts";

export const podOrder = defineRisk({
  id: "pod-order",
  class: "routine",
  title: "a list of a pod has another order",
  run(change) {
    const paths = movedInTemplate(change).meaningless;
    if (paths.length === 0) return [];
    return [{ paths, reason: "it means the same, and the controller sees a different template" }];
  },
});
