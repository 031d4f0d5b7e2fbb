import { at } from "@kit/kube";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { areWithin, sourceRanges } from "../../judge/source-ranges.ts";

export const serviceNarrowed = defineRisk({
  id: "service-narrowed",
  class: "caution",
  title: "a Service is open to fewer than before",
  run(change) {
    const { op, id, before, after } = change;
    if (op !== "changed" || id.group !== "" || id.kind !== "Service") return [];
    if (at(before, "spec", "type") !== "LoadBalancer" || at(after, "spec", "type") !== "LoadBalancer") return [];
    const [was, is] = [sourceRanges(before), sourceRanges(after)];
    if (is.length === 0 || (was.length > 0 && areWithin(was, is))) return [];
    return [
      {
        paths: changesAt(change, "spec.loadBalancerSourceRanges").map(({ path }) => path),
        reason: `it was open to ${was.length === 0 ? "everybody" : was.join(", ")}, and is to ${is.join(", ")} alone`,
        consequence: "others cannot connect any more, at once",
      },
    ];
  },
});
