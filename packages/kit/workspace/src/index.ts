export { discover } from "./discover.ts";
export { loadGitOps } from "./load-gitops.ts";
export { loadPolicy } from "./load-policy.ts";
export { importStation } from "./station.ts";
export { packageSources } from "./package-sources.ts";
export type { LoadedGitOps } from "./load-gitops.ts";
export type { LoadedPolicy } from "./load-policy.ts";
export type { LoadedSystem } from "./load-systems.ts";
export type { DiscoveredSystem } from "./discover.ts";
