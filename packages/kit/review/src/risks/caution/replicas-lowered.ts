import { at } from "@kit/kube";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { replicasOf, replicasPath } from "../../judge/effects.ts";

export const replicasLowered = defineRisk({
  id: "replicas-lowered",
  class: "caution",
  title: "there are fewer pods than before",
  run(change) {
    const { op, id, before, after } = change;
    if (op !== "changed") return [];
    if (id.kind === "HorizontalPodAutoscaler") {
      return ["minReplicas", "maxReplicas"].flatMap((field) => {
        const [own, other] = [before, after].map((side) => Number(at(side, "spec", field) ?? 1));
        if (other! >= own!) return [];
        return [{ paths: [`spec.${field}`], reason: `${field} goes down from ${own} to ${other}` }];
      });
    }
    const path = replicasPath(after);
    if (changesAt(change, path).length === 0) return [];
    const [own, other] = [replicasOf(before), replicasOf(after)];
    if (other >= own) return [];
    const reason = `the replicas go down from ${own} to ${other}`;
    const paths = [path];
    return [other === 0 ? { paths, reason, consequence: `nothing of ${id.name} runs any more` } : { paths, reason }];
  },
});
