import { quantityOf } from "@kit/kube";
import { dataAt } from "../../data.ts";
import { pathBelow } from "../../diff/change.ts";
import { valueText } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { sameContainers } from "../../judge/pods.ts";

const outcome: Readonly<Record<string, string>> = {
  memory: "is killed where it takes more",
  cpu: "is throttled where it takes more",
};

export const limitLowered = defineRisk({
  id: "limit-lowered",
  class: "caution",
  title: "a container may use less than before",
  run({ before, after }) {
    return sameContainers(before, after).flatMap(({ path, name, before: own, after: other }) => {
      const limits = dataAt(own, "resources", "limits");
      const now = dataAt(other, "resources", "limits");
      return Object.keys({ ...limits, ...now }).flatMap((resource) => {
        const [was, is] = [quantityOf(limits[resource]), quantityOf(now[resource])];
        // Without a limit there was none to keep.
        if (is === undefined || (was !== undefined && is >= was)) return [];
        const from = was === undefined ? "no limit" : valueText(limits[resource]);
        return [
          {
            paths: [pathBelow(path, "resources", "limits", resource)],
            reason: `the ${resource} limit of ${name} goes down from ${from} to ${valueText(now[resource])}`,
            consequence: `${name} ${outcome[resource] ?? "gets less of it"}`,
          },
        ];
      });
    });
  },
});
