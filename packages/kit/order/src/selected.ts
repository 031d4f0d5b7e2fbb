import { listOf, mapOf, type Loose } from "./loose.ts";
import type { Entry, ObjectIndex } from "./object-index.ts";

/** The workloads of a namespace whose pods a label selector takes; an empty one takes all. */
export function selected(index: ObjectIndex, namespace: string | undefined, selector: Loose): Entry[] {
  const [first, ...others] = Object.entries(mapOf(selector["matchLabels"]));
  const candidates =
    first === undefined
      ? index.workloads.filter(({ node }) => node.namespace === namespace)
      : index.labelled(namespace, first[0], first[1]);
  const expressions = listOf(selector["matchExpressions"]).map(mapOf);
  return candidates.filter(({ pod }) => {
    const { labels } = pod!;
    return (
      others.every(([label, value]) => labels[label] === value) &&
      expressions.every(({ key, operator, values }) => meets(labels[String(key)], operator, listOf(values)))
    );
  });
}

function meets(value: unknown, operator: unknown, values: readonly unknown[]): boolean {
  if (operator === "In") return values.includes(value);
  if (operator === "NotIn") return !values.includes(value);
  return operator === "Exists" ? value !== undefined : value === undefined;
}
