import { at, mapOf, quantityOf } from "@kit/kube";
import { scalarText } from "../../data.ts";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const quota = defineRisk({
  id: "quota",
  class: "caution",
  title: "a namespace may take less than before",
  run(change) {
    const { op, id, before, after } = change;
    if (id.group !== "" || op === "removed") return [];
    if (id.kind === "LimitRange" && (op === "added" || changesAt(change, "spec").length > 0)) {
      const paths = op === "added" ? {} : { paths: ["spec"] };
      const reason = "containers that state no amounts get others, and what is outside of the limits is refused";
      return [{ ...paths, reason, consequence: "holds for new pods: with the next rollout, or when one is replaced" }];
    }
    if (id.kind !== "ResourceQuota") return [];
    const [own, other] = [mapOf(at(before, "spec", "hard")), mapOf(at(after, "spec", "hard"))];
    return Object.entries(other).flatMap(([resource, most]) => {
      const [was, is] = [quantityOf(own[resource]), quantityOf(most)];
      if (is === undefined || (was !== undefined && is >= was)) return [];
      const from = was === undefined ? "without a limit" : `at most ${scalarText(own[resource])}`;
      return [
        {
          ...(op === "added" ? {} : { paths: ["spec.hard"] }),
          reason: `${resource} of the namespace was ${from}, and is at most ${scalarText(most)}`,
          consequence: "new pods beyond it are refused, also in a rollout and in place of one that is gone",
        },
      ];
    });
  },
});
