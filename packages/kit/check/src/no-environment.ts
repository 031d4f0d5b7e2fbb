import type { EnvironmentFacts } from "./view/index.ts";

/** What is known where objects are looked at that belong to no environment: they are judged as production is. */
export const noEnvironment = {
  id: undefined,
  profile: "production",
  cluster: undefined,
  contracts: undefined,
  overlay: undefined,
} as const satisfies EnvironmentFacts;
