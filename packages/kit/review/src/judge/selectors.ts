import { selectsPods } from "@kit/kube";
import { dataAt, type Data } from "../data.ts";
import type { SetObject } from "../input/object-set.ts";

/** Whether an object is a Service that selects pods with these labels. */
export function isServiceOf({ id, data }: SetObject, labels: Data): boolean {
  return id.group === "" && id.kind === "Service" && selectsPods(dataAt(data, "spec", "selector"), labels);
}
