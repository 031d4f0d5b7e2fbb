import type { Plan } from "../plan.ts";

/** Where Argo CD runs, and so where its objects are. */
export function namespaceOf({ definition }: Plan): string {
  return definition.argocd?.namespace ?? "argocd";
}
