import { at, referencesOf, workloadOf } from "@kit/kube";
import { defineRisk } from "../../judge/define-risk.ts";
import { refersTo } from "../../judge/references.ts";

export const autoscalerReset = defineRisk({
  id: "autoscaler-reset",
  class: "caution",
  title: "an autoscaler and a number of replicas are written for the same workload",
  run({ op, id, after, before }, context) {
    if (op === "removed" || after === undefined) return [];
    const targets = id.kind === "HorizontalPodAutoscaler" ? referencesOf(after) : [];
    const known = before === undefined ? [] : referencesOf(before).map(({ kind, name }) => `${kind} ${name}`);
    return targets
      .filter(({ kind, name }) => !known.includes(`${kind} ${name}`))
      .flatMap((target) => {
        const found = context.after.mentioning(target.name).find((one) => refersTo(target, id, one.id));
        if (found === undefined) return [];
        const replicas = at(found.data, ...(workloadOf(found.data)?.replicas ?? ["spec", "replicas"]));
        if (typeof replicas !== "number") return [];
        return [
          {
            reason: `${found.id.kind} ${found.id.name} states ${replicas} replicas, and the autoscaler its own number`,
            consequence: `each sync sets ${found.id.name} back to ${replicas}, whatever the load`,
          },
        ];
      });
  },
});
