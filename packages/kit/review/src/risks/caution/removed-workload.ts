import { dataAt } from "../../data.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { templateOf } from "../../judge/pods.ts";
import { isServiceOf } from "../../judge/selectors.ts";

export const removedWorkload = defineRisk({
  id: "removed-workload",
  class: "caution",
  title: "a workload is removed",
  isOfGone: true,
  run({ op, id, before }, { after }) {
    const template = templateOf(before);
    if (op !== "removed" || template === undefined || (id.group === "apps" && id.kind === "StatefulSet")) return [];
    const labels = dataAt(before, ...template, "metadata", "labels");
    const services = after
      .mentioning(...Object.values(labels).map(String))
      .filter((one) => one.id.namespace === id.namespace && isServiceOf(one, labels))
      .map((one) => one.id.name);
    const left = services.length === 0 ? "" : `, and ${services.join(", ")} has none of its pods`;
    return [{ reason: `the ${id.kind} ${id.name} is not deployed any more${left}` }];
  },
});
