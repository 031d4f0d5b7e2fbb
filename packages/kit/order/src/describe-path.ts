import { describeIdentity } from "@kit/kube";
import type { OrderEdge } from "./edge.ts";
import type { OrderNode } from "./node.ts";

/**
 * Edges of which each begins where the one before ends, as one line: `ConfigMap a → Job b (reads it, by envFrom)`.
 *
 * @param name How an object is named. Default: with its namespace.
 */
export function describePath(
  [first, ...rest]: readonly OrderEdge[],
  name: (node: OrderNode) => string = describeIdentity,
): string {
  if (first === undefined) return "";
  const steps = [first, ...rest].map(({ after, reason }) => `${name(after)} (${reason})`);
  return [name(first.before), ...steps].join(" → ");
}
