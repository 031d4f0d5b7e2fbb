import { meetsOfNode } from "@kit/kube";
import type { ClusterNode } from "./nodes.ts";
import type { NodeTerm } from "../objects/selector-schema.ts";

/** Whether a term of a node affinity holds: one without conditions never does. */
export function matchesTerm({ matchExpressions, matchFields }: NodeTerm, node: ClusterNode): boolean {
  if (matchExpressions.length === 0 && matchFields.length === 0) return false;
  const fields = { "metadata.name": node.name };
  return (
    matchExpressions.every((condition) => meetsOfNode(condition, node.labels)) &&
    matchFields.every((condition) => meetsOfNode(condition, fields))
  );
}
