import { defineRisk } from "../../judge/define-risk.ts";
import { networkOf } from "../../judge/network.ts";

export const networkSame = defineRisk({
  id: "network-same",
  class: "routine",
  title: "a NetworkPolicy changes, and the same is allowed as before",
  run(change, context) {
    if (networkOf(change, context)?.length !== 0) return [];
    return [
      {
        ...(change.op === "changed" ? { paths: ["spec"] } : {}),
        reason: "by all policies together, pods may talk to what they could before",
        consequence: "restarts nothing",
      },
    ];
  },
});
