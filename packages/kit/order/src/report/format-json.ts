import { forJson } from "@kit/text";
import type { OrderNode } from "../node.ts";
import type { Order } from "../order.ts";
import { orderProblems } from "../order-problems.ts";
import { problemLine } from "./problem-line.ts";
import { stagesOf } from "./stages.ts";

/** The waves and the edges, for other programs; an object is named by its id, `group/kind/namespace/name`. */
export function formatJson(environment: string, order: Order): string {
  const waves = stagesOf(order.nodes).map(({ phase = null, wave, nodes }) => ({
    phase,
    wave,
    objects: nodes.map(asJson),
  }));
  const edges = order.edges.map(({ before, after, strength, reason }) => ({
    before: before.id,
    after: after.id,
    strength,
    reason,
  }));
  return `${forJson({ environment, waves, edges, problems: orderProblems(order).map(problemLine) })}\n`;
}

function asJson({ id, group, kind, namespace, name }: OrderNode): object {
  return { id, group, kind, namespace: namespace ?? null, name };
}
