import { selectsPods, type Loose } from "@kit/kube";
import { dataAt } from "../data.ts";
import type { SetObject } from "../input/object-set.ts";

/** Whether an object is a Service that selects pods with these labels. */
export function isServiceOf({ id, data }: SetObject, labels: Loose): boolean {
  return id.group === "" && id.kind === "Service" && selectsPods(dataAt(data, "spec", "selector"), labels);
}
