import { at, groupOf, mapOf, podTemplatesOf, selects, textOf } from "@kit/kube";
import type { Drawing } from "../drawing.ts";
import type { ShownWorld } from "../shown-world.ts";

/** Autoscalers and budgets → the workloads that they are for. An autoscaler whose target is missing shows it as such. */
export function drawGuards(drawing: Drawing, { objects, workloads }: ShownWorld): void {
  for (const object of objects) {
    const group = groupOf(textOf(object["apiVersion"]) ?? "");
    const kind = textOf(object["kind"]);
    const namespace = textOf(at(object, "metadata", "namespace")) ?? "";
    if (group === "autoscaling" && kind === "HorizontalPodAutoscaler") {
      const target = mapOf(at(object, "spec", "scaleTargetRef"));
      const [name, targetKind] = [textOf(target["name"]) ?? "", textOf(target["kind"]) ?? ""];
      const to = drawing.named({
        apiGroup: groupOf(textOf(target["apiVersion"]) ?? ""),
        kind: targetKind,
        name,
        namespace,
        type: "workload",
        state: "missing",
      });
      const [low, high] = [at(object, "spec", "minReplicas") ?? 1, at(object, "spec", "maxReplicas")];
      drawing.edge(drawing.object(object, "autoscaler"), "scales", to, [`${numberText(low)} to ${numberText(high)}`]);
    } else if (group === "policy" && kind === "PodDisruptionBudget") {
      const id = drawing.object(object, "budget");
      const selector = at(object, "spec", "selector");
      for (const workload of workloads) {
        if (workload.namespace !== namespace) continue;
        const isGuarded = podTemplatesOf(workload.object).some(({ template }) =>
          selects(selector === undefined ? undefined : mapOf(selector), mapOf(at(template, "metadata", "labels"))),
        );
        if (isGuarded) drawing.edge(id, "guards", workload.id, bounds(object));
      }
    }
  }
}

function bounds(object: unknown): string[] {
  return ["minAvailable", "maxUnavailable"].flatMap((field) => {
    const value = at(object, "spec", field);
    return typeof value === "string" || typeof value === "number" ? [`${field} ${value}`] : [];
  });
}

function numberText(value: unknown): string {
  return typeof value === "number" ? String(value) : "?";
}
