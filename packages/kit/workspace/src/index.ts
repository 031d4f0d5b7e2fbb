export { discover } from "./discover.ts";
export { loadSystems } from "./load-systems.ts";
export type { LoadedSystem } from "./load-systems.ts";
export type { DiscoveredSystem } from "./discover.ts";
