import { replicasOf, replicasPath } from "../../judge/effects.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const replicasRaised = defineRisk({
  id: "replicas-raised",
  class: "routine",
  title: "a workload has more pods",
  run({ op, before, after, fields }) {
    const path = replicasPath(after);
    if (op !== "changed" || !fields.some((field) => field.path === path && field.equal === undefined)) return [];
    const [own, other] = [replicasOf(before), replicasOf(after)];
    return other > own ? [{ paths: [path], reason: `the replicas go up from ${own} to ${other}` }] : [];
  },
});
