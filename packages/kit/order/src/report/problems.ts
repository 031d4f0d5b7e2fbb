import { describeIdentity } from "@kit/kube";
import { describePath } from "../describe-path.ts";
import type { Order } from "../order.ts";
import { waveAnnotation } from "../place.ts";
import { tooLate } from "../too-late.ts";

/** What is wrong with the order that the annotations give, a line each. */
export function orderProblems(order: Order): string[] {
  return [
    ...order.cycles.map((cycle) => `objects wait for each other: ${describePath(cycle)}`),
    ...order.wrongPhases.map(
      ({ before, after, reason }) =>
        `${describeIdentity(after)}: its phase ${after.phase} is over when ${describeIdentity(before)} is applied, and it ${reason}`,
    ),
    ...order.nodes.flatMap((node) =>
      node.unreadable === undefined
        ? []
        : [`${describeIdentity(node)}: the wave ${node.unreadable} is not a whole number, and Argo CD takes it for 0`],
    ),
    ...tooLate(order).map(
      ({ node, wave, needed, edge, neededIn }) =>
        `${describeIdentity(node)}: wave ${wave} is too late for ${describeIdentity(edge.after)} in wave ${neededIn}, ` +
        `which ${edge.reason}; write ${waveAnnotation}: "${needed}"`,
    ),
    ...order.idleMigrations.map((node) => `${describeIdentity(node)}: no workload waits for this migration`),
  ];
}
