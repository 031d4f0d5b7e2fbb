import { defineRisk } from "../../judge/define-risk.ts";

export const podsIsolated = defineRisk({
  id: "pods-isolated",
  class: "caution",
  title: "a new NetworkPolicy cuts pods off from what it does not name",
  run({ op, id }) {
    if (op !== "added" || id.group !== "networking.k8s.io" || id.kind !== "NetworkPolicy") return [];
    return [
      {
        reason: "what no policy names is refused as soon as there is one for a pod",
        consequence: "the pods that it selects talk only to what policies name, at once",
      },
    ];
  },
});
