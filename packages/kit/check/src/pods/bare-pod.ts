import { isKind, type PodView } from "../view/index.ts";

/** Whether a pod is one that somebody wrote, not the template of a workload: the API server asks more of it. */
export function isBarePod({ object }: PodView): boolean {
  return isKind(object, "Pod");
}
