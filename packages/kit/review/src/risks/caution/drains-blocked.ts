import { at, listOf, mapOf, podLabelsOf, selects, type Loose } from "@kit/kube";
import { changesAt } from "../../judge/fields.ts";
import { defineRisk, type RiskContext } from "../../judge/define-risk.ts";
import { countsPods, replicasOf } from "../../judge/effects.ts";

export const drainsBlocked = defineRisk({
  id: "drains-blocked",
  class: "caution",
  title: "a PodDisruptionBudget lets no pod be evicted",
  run(change, context) {
    const { op, id, after } = change;
    if (id.group !== "policy" || id.kind !== "PodDisruptionBudget" || op === "removed" || after === undefined)
      return [];
    if (op === "changed" && changesAt(change, "spec").length === 0) return [];
    const pods = workloadsOf(
      after,
      workloadsNear(after, context).filter((one) => at(one, "metadata", "namespace") === id.namespace),
    );
    const why = blocks(mapOf(after["spec"]), pods);
    if (why === undefined) return [];
    const paths = op === "changed" ? { paths: ["spec"] } : {};
    return [
      { ...paths, reason: why, consequence: "a node with such a pod cannot be drained, and an upgrade of nodes waits" },
    ];
  },
});

/** Those that have a label that it selects by; without labels any. */
function workloadsNear(budget: Loose, { after }: RiskContext): readonly Loose[] {
  const labels = Object.values(mapOf(at(budget, "spec", "selector", "matchLabels"))).map(String);
  return labels.length === 0 ? after.all() : after.mentioning(...labels).map(({ data }) => data);
}

function workloadsOf(budget: Loose, objects: readonly Loose[]): Loose[] {
  const selector = mapOf(at(budget, "spec", "selector"));
  return objects.filter((one) => podLabelsOf(one).some((labels) => selects(selector, labels)));
}

function blocks({ maxUnavailable, minAvailable }: Loose, workloads: readonly Loose[]): string | undefined {
  if (maxUnavailable === 0 || maxUnavailable === "0%") return "maxUnavailable is 0";
  if (minAvailable === "100%") return "minAvailable is 100%";
  const scaled = workloads.filter(countsPods);
  if (typeof minAvailable !== "number" || scaled.length === 0 || scaled.length < listOf(workloads).length)
    return undefined;
  const count = scaled.reduce((sum, one) => sum + replicasOf(one), 0);
  return count > 0 && minAvailable >= count
    ? `minAvailable is ${minAvailable}, and there are ${count} pods`
    : undefined;
}
