import { listOf, mapOf, selects, textOf, type LabelSelector, type Loose } from "@kit/kube";
import type { IndexedObject, ObjectIndex } from "./object-index.ts";

/** The workloads of a namespace whose pods a label selector takes; an empty one takes all. */
export function selected(index: ObjectIndex, namespace: string | undefined, selector: Loose): IndexedObject[] {
  const matchLabels = mapOf(selector["matchLabels"]);
  const [first] = Object.entries(matchLabels);
  const candidates =
    first === undefined
      ? index.workloads.filter(({ node }) => node.namespace === namespace)
      : index.labelled(namespace, first[0], first[1]);
  const matchExpressions = listOf(selector["matchExpressions"]).map(conditionOf);
  return candidates.filter(({ pods }) => pods.some(({ labels }) => selects({ matchLabels, matchExpressions }, labels)));
}

function conditionOf(written: unknown): NonNullable<LabelSelector["matchExpressions"]>[number] {
  const { key, operator, values } = mapOf(written);
  return { key: textOf(key), operator: textOf(operator), values: listOf(values) };
}
