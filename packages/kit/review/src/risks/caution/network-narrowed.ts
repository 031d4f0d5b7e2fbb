import { defineRisk } from "../../judge/define-risk.ts";
import { flowsText, networkOf } from "../../judge/network.ts";

export const networkNarrowed = defineRisk({
  id: "network-narrowed",
  class: "caution",
  title: "pods may be reached by less, or reach less, than before",
  run(change, context) {
    return (networkOf(change, context) ?? [])
      .filter(({ lost, isolation }) => lost.length > 0 && isolation !== "begins")
      .map(({ direction, pods, lost }) => ({
        ...(change.op === "changed" ? { paths: ["spec"] } : {}),
        reason: `${pods} may not ${direction === "ingress" ? "be reached" : "talk"} any more on ${flowsText(direction, lost)}`,
        consequence: "what uses it is cut off at once, also of pods that run",
      }));
  },
});
