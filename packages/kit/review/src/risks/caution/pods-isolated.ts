import { defineRisk } from "../../judge/define-risk.ts";
import { flowsText, networkOf } from "../../judge/network.ts";

export const podsIsolated = defineRisk({
  id: "pods-isolated",
  class: "caution",
  title: "a NetworkPolicy cuts pods off that none held back before",
  run(change, context) {
    return (networkOf(change, context) ?? [])
      .filter(({ lost, isolation }) => lost.length > 0 && isolation === "begins")
      .map(({ direction, pods, lost }) => ({
        ...(change.op === "changed" ? { paths: ["spec"] } : {}),
        reason: `no policy was for the ${direction} of ${pods}, and what none names is refused now: ${flowsText(direction, lost)}`,
        consequence: "the pods that it selects talk only to what policies name, at once",
      }));
  },
});
