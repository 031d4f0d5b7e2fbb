import { describeIdentity } from "@kit/kube";
import { defineRisk } from "../../judge/define-risk.ts";

export const renamed = defineRisk({
  id: "renamed",
  class: "caution",
  title: "an object has another name, namespace or kind",
  run({ op, previous }) {
    if (op !== "renamed" || previous === undefined) return [];
    return [
      {
        paths: ["apiVersion", "kind", "metadata.name", "metadata.namespace"],
        reason: `to the cluster ${describeIdentity(previous)} is removed, and this is a new object`,
        consequence: "for a while there may be none, or both",
      },
    ];
  },
});
