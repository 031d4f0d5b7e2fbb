import { cutUses } from "@kit/kube";
import { defineRisk } from "../../judge/define-risk.ts";
import { networkOf } from "../../judge/network.ts";

export const networkCut = defineRisk({
  id: "network-cut",
  class: "breaks",
  title: "a workload may not reach any more what it has the address of",
  run(change, context) {
    const { op, id, previous } = change;
    if (!(networkOf(change, context) ?? []).some(({ lost }) => lost.length > 0)) return [];
    const ids = previous === undefined ? [id] : [previous, id];
    const cut = ids.flatMap(({ name, namespace = "" }) =>
      cutUses(context.before.all(), context.after.all(), { name, namespace }),
    );
    const said = new Map(cut.map((one) => [`${one.from} ${one.address} ${one.to}`, one]));
    return [...said.values()].map(({ from, address, to, port }) => ({
      ...(op === "changed" ? { paths: ["spec"] } : {}),
      reason: `${from} has the address ${address}, and no policy allows it to reach ${to} on ${port} any more`,
      consequence: "its connections get no answer, at once",
    }));
  },
});
