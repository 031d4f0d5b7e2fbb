import { defineRisk } from "../../judge/define-risk.ts";
import { flowsText, networkOf } from "../../judge/network.ts";

export const networkWidened = defineRisk({
  id: "network-widened",
  class: "caution",
  title: "pods may be reached by more, or reach more, than before",
  run(change, context) {
    return (networkOf(change, context) ?? [])
      .filter(({ gained }) => gained.length > 0)
      .map(({ direction, pods, gained, isolation }) => ({
        ...(change.op === "changed" ? { paths: ["spec"] } : {}),
        reason: `${pods} may ${direction === "ingress" ? "be reached" : "talk"} on ${flowsText(direction, gained)}`,
        consequence:
          isolation === "ends"
            ? `no policy holds its ${direction} back any more, at once`
            : "holds at once, also for pods that run",
      }));
  },
});
