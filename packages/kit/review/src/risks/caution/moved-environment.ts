import { defineRisk } from "../../judge/define-risk.ts";

export const movedEnvironment = defineRisk({
  id: "moved-environment",
  class: "caution",
  title: "an object moves from one environment to another",
  run({ op, id, before }, { arrivesIn, keeps }) {
    const others = op === "removed" && keeps(id, before) === undefined ? arrivesIn(id) : [];
    if (others.length === 0) return [];
    return [
      {
        reason: `it is removed here, and new in ${others.join(" and ")}`,
        consequence: "on one cluster the sync of this environment may delete what the other one has just taken over",
      },
    ];
  },
});
