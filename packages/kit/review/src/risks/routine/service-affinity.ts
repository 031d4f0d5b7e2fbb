import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";

export const serviceAffinity = defineRisk({
  id: "service-affinity",
  class: "routine",
  title: "a Service chooses among the same pods in another way",
  run(change) {
    const { op, id } = change;
    if (op !== "changed" || id.group !== "" || id.kind !== "Service") return [];
    const fields = ["spec.sessionAffinity", "spec.sessionAffinityConfig"].flatMap((path) => changesAt(change, path));
    if (fields.length === 0) return [];
    const reason = "which of its pods answers a client is chosen in another way";
    return [{ paths: fields.map(({ path }) => path), reason, consequence: "restarts nothing" }];
  },
});
