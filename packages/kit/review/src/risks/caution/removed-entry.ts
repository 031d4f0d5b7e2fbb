import { defineRisk } from "../../judge/define-risk.ts";

export const removedEntry = defineRisk({
  id: "removed-entry",
  class: "caution",
  title: "a Service, Ingress or route is removed that others may use",
  isOfGone: true,
  run({ op, id }) {
    if (op !== "removed" || !["Service", "Ingress", "HTTPRoute", "GRPCRoute", "TLSRoute", "Gateway"].includes(id.kind))
      return [];
    return [
      {
        reason: `the ${id.kind} ${id.name} is gone, and what is not in this repository may use it`,
        consequence: "its address leads nowhere",
      },
    ];
  },
});
