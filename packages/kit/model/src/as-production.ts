import type { Environment } from "./environment.ts";

/** What tells whether an environment is as production. */
export type EnvironmentStage = Pick<Environment, "environment" | "asProduction">;

/**
 * Whether an environment is built and judged as production is: its `asProduction`, else wherever `environment` is not
 * `development`. The one definition of it: the checks' profile, what the helpers add, and which URLs and images are refused
 * all ask here.
 */
export function isAsProduction({
  environment,
  asProduction = environment !== "development",
}: EnvironmentStage): boolean {
  return asProduction;
}
