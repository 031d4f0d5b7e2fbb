import type { Node } from "./nodes.ts";
import type { Expression, LabelSelector, NodeTerm } from "../objects/selector-schema.ts";

export type Labels = Readonly<Record<string, string>>;

/** Whether labels are selected. No selector selects nothing, an empty one all. */
export function selects(selector: LabelSelector | null | undefined, labels: Labels): boolean {
  if (selector === null || selector === undefined) return false;
  return (
    Object.entries(selector.matchLabels).every(([key, value]) => labels[key] === value) &&
    selector.matchExpressions.every((expression) => holds(expression, labels))
  );
}

/** Whether a term of a node affinity holds: one without conditions never does. */
export function matchesTerm({ matchExpressions, matchFields }: NodeTerm, node: Node): boolean {
  if (matchExpressions.length === 0 && matchFields.length === 0) return false;
  const fields = { "metadata.name": node.name };
  return (
    matchExpressions.every((expression) => holds(expression, node.labels)) &&
    matchFields.every((expression) => holds(expression, fields))
  );
}

// k8s.io/apimachinery/pkg/labels: what is not there is also not in a list.
function holds({ key, operator, values }: Expression, labels: Labels): boolean {
  const value = labels[key];
  switch (operator) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
    case "Gt":
      return isWhole(value) && isWhole(values[0]) && BigInt(value) > BigInt(values[0]);
    default:
      return isWhole(value) && isWhole(values[0]) && BigInt(value) < BigInt(values[0]);
  }
}

function isWhole(text: string | undefined): text is string {
  return text !== undefined && /^-?\d+$/.test(text);
}
