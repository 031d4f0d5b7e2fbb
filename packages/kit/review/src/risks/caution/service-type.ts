import { textAt } from "../../data.ts";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const serviceType = defineRisk({
  id: "service-type",
  class: "caution",
  title: "a Service is reached in another way",
  run(change) {
    const { op, id, before, after } = change;
    if (op !== "changed" || id.group !== "" || id.kind !== "Service") return [];
    if (changesAt(change, "spec.type").length === 0) return [];
    const [own = "ClusterIP", other = "ClusterIP"] = [textAt(before, "spec", "type"), textAt(after, "spec", "type")];
    if (own === other) return [];
    return [
      {
        paths: ["spec.type"],
        reason: `the type was ${own}, and is ${other}`,
        consequence:
          other === "NodePort" || other === "LoadBalancer"
            ? "is reached from outside of the cluster"
            : "is not reached from outside of the cluster any more",
      },
    ];
  },
});
