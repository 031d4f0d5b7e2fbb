import type { Plan } from "../plan.ts";

/** Where Flux runs, and so where its objects are. */
export function fluxNamespace({ definition }: Plan): string {
  return definition.flux?.namespace ?? "flux-system";
}
