import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { behind, reachedServices } from "../../judge/endpoints.ts";
import { templateOf } from "../../judge/pods.ts";

export const serviceJoined = defineRisk({
  id: "service-joined",
  class: "caution",
  title: "a Service sends some of its traffic to other pods too",
  run(change, context) {
    const { op, id, after } = change;
    if ((op !== "added" && op !== "changed") || templateOf(after) === undefined) return [];
    const labels = [...(templateOf(after) ?? []), "metadata", "labels"].join(".");
    if (op === "changed" && changesAt(change, labels).length === 0) return [];
    const own = `${id.kind} ${id.name}`;
    return reachedServices(change, context).flatMap((service) => {
      const [was, is] = [behind(service.before), behind(service.after)];
      if (was.length === 0 || was.includes(own) || !is.includes(own)) return [];
      const others = is.filter((one) => one !== own);
      if (others.length === 0) return [];
      return [
        {
          reason: `the Service ${service.after.name} selects the pods of ${own} beside those of ${others.join(", ")}`,
          consequence: `${own} gets a part of its traffic, at once`,
        },
      ];
    });
  },
});
