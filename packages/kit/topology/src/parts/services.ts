import { at, mapOf, podTemplatesOf, selectsPods, textOf } from "@kit/kube";
import type { Drawing } from "../drawing.ts";
import type { ShownWorld } from "../shown-world.ts";

/** Workloads → the Services that select their pods, with the labels. A Service without pods stands alone. */
export function drawServices(drawing: Drawing, { objects, workloads }: ShownWorld): void {
  for (const object of objects) {
    if (object["apiVersion"] !== "v1" || object["kind"] !== "Service") continue;
    const id = drawing.object(object, "service");
    const selector = mapOf(at(object, "spec", "selector"));
    const namespace = textOf(at(object, "metadata", "namespace")) ?? "";
    for (const workload of workloads) {
      if (workload.namespace !== namespace) continue;
      const isSelected = podTemplatesOf(workload.object).some(({ template }) =>
        selectsPods(selector, mapOf(at(template, "metadata", "labels"))),
      );
      const labels = Object.entries(selector).map(([key, value]) => `${key}=${String(value)}`);
      if (isSelected) drawing.edge(workload.id, "backs", id, labels);
    }
  }
}
