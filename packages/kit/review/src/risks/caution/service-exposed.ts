import { at } from "@kit/kube";
import { listAt } from "../../data.ts";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk } from "../../judge/define-risk.ts";
import { areWithin, sourceRanges } from "../../judge/source-ranges.ts";

export const serviceExposed = defineRisk({
  id: "service-exposed",
  class: "caution",
  title: "a Service is reached from more places than before",
  run(change) {
    const { op, id, before, after } = change;
    if (id.group !== "" || id.kind !== "Service" || op === "removed" || after === undefined) return [];
    const [known, come] = [before, after].map((side) => listAt(side, "spec", "externalIPs").map(String)) as [
      string[],
      string[],
    ];
    const addresses = come.filter((one) => !known.includes(one));
    const [was, is] = [sourceRanges(before), sourceRanges(after)];
    const isOpened = before !== undefined && was.length > 0 && (is.length === 0 || !areWithin(is, was));
    const isBalanced = at(after, "spec", "type") === "LoadBalancer";
    const pathsOf = (path: string) =>
      op === "changed" ? { paths: changesAt(change, path).map((one) => one.path) } : {};
    return [
      ...(addresses.length === 0
        ? []
        : [
            {
              ...pathsOf("spec.externalIPs"),
              reason: `every node takes what is sent to ${addresses.join(", ")}`,
              consequence: "whoever reaches a node under this address reaches the Service",
            },
          ]),
      ...(isOpened && isBalanced
        ? [
            {
              ...pathsOf("spec.loadBalancerSourceRanges"),
              reason: `it was open to ${was.join(", ")}, and is to ${is.length === 0 ? "everybody" : is.join(", ")}`,
              consequence: "more may connect, at once",
            },
          ]
        : []),
    ];
  },
});
