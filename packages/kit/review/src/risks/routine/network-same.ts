import { defineRisk } from "../../judge/define-risk.ts";
import { changesAt } from "../../judge/fields.ts";
import { networkOf } from "../../judge/network.ts";

export const networkSame = defineRisk({
  id: "network-same",
  class: "routine",
  title: "a NetworkPolicy changes, and the same is allowed as before",
  run(change, context) {
    if (change.op === "changed" && changesAt(change, "spec").length === 0) return [];
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
