import { dataAt, type Data } from "../data.ts";
import type { SetObject } from "../input/object-set.ts";

/** Whether an object is a Service that selects pods with these labels. */
export function selectsPods({ id, data }: SetObject, labels: Data): boolean {
  if (id.group !== "" || id.kind !== "Service") return false;
  const wanted = Object.entries(dataAt(data, "spec", "selector"));
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}
