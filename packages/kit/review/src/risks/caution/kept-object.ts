import { describeIdentity } from "@kit/kube";
import { defineRisk } from "../../judge/define-risk.ts";

export const keptObject = defineRisk({
  id: "kept-object",
  class: "caution",
  title: "an object is not rendered any more, and no sync deletes it",
  run({ op, id, previous, before }, { keeps, arrivesIn }) {
    const gone = op === "removed" ? id : previous;
    const why = gone === undefined ? undefined : keeps(gone, before);
    if (gone === undefined || why === undefined) return [];
    const others = arrivesIn(gone);
    return [
      {
        reason: `${describeIdentity(gone)} stays in the cluster: ${why}`,
        consequence:
          others.length > 0
            ? `${others.join(" and ")} has it now: on one cluster that takes over what is there`
            : "it goes on as it is, and nothing here says what is in it any more",
      },
    ];
  },
});
