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
        consequence: consequenceOf(own, other),
      },
    ];
  },
});

function consequenceOf(own: string, other: string): string {
  const [was, is] = [own, other].map((type) => type === "NodePort" || type === "LoadBalancer");
  const lead = other === "ExternalName" ? "its name leads elsewhere, and none of its pods answers" : undefined;
  if (was !== is) {
    const reached = is
      ? "is reached from outside of the cluster"
      : "is not reached from outside of the cluster any more";
    return lead === undefined ? reached : `${reached}; ${lead}`;
  }
  if (lead !== undefined) return lead;
  if (own === "ExternalName") return "its name leads to its pods";
  return other === "LoadBalancer"
    ? "a load balancer of the cluster's provider leads to it, too"
    : "no load balancer leads to it any more, but the nodes' ports";
}
